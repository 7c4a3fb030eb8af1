package dev.watchkeeper.app.dialogs;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.target.PasswordSource;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.workspace.connections.SavedConnection;
import java.util.Arrays;
import java.util.List;

/**
 * What stands in the form of a connection.
 *
 * @param url as it is to be saved, without a password
 * @param entry name of the variable, or of the entry in keychain or vault
 * @param tags with commas between
 */
record ConnectionValues(
        String name,
        String url,
        Environment environment,
        boolean readOnly,
        PasswordPlace place,
        String entry,
        String tags) {
    static ConnectionValues empty() {
        return new ConnectionValues("", "", Environment.DEVELOPMENT, false, PasswordPlace.USUAL, "", "");
    }

    static ConnectionValues of(SavedConnection saved) {
        return of(saved.target(), saved.url());
    }

    static ConnectionValues of(Target target, String url) {
        return new ConnectionValues(
                target.name(),
                url,
                target.environment(),
                target.readOnly(),
                PasswordPlace.of(target.password()),
                PasswordPlace.entry(target.password()),
                String.join(", ", target.tags()));
    }

    /** @throws FaultException BAD_INPUT if name or address are missing, or the place of the password has no name */
    void check() throws FaultException {
        if (name.isBlank()) {
            throw missing("a name", "It is what you see at the left, and what --on takes");
        }
        if (url.isBlank()) {
            throw missing("an address", "For example postgresql://dba@db-1,db-2/shop?target_session_attrs=primary");
        }
        if (place.needsEntry() && entry.isBlank()) {
            throw missing("the name of the password's " + place.entryLabel().toLowerCase(java.util.Locale.ROOT), "");
        }
    }

    private static FaultException missing(String what, String advice) {
        return new FaultException(FaultKind.BAD_INPUT, "the connection needs " + what, advice);
    }

    PasswordSource source() {
        return place.source(entry.strip());
    }

    List<String> tagList() {
        return Arrays.stream(tags.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }
}
