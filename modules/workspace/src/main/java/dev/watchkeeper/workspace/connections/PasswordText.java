package dev.watchkeeper.workspace.connections;

import dev.watchkeeper.kernel.target.PasswordSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the place of a password is written in the file. */
final class PasswordText {
    static final String ADVICE =
            "A password does not belong into this file. Write ${VARIABLE}, keychain:ENTRY, vault:ENTRY or ask;"
                    + " leave it out for ~/.pgpass and the usual places";

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final Pattern ENTRY = Pattern.compile("(keychain|vault):\\s*(\\S.*)", Pattern.DOTALL);

    private PasswordText() {}

    /** Empty if it names no place: then it is a password in clear, and must not be repeated anywhere. */
    static Optional<PasswordSource> read(String text) {
        Matcher variable = VARIABLE.matcher(text);
        if (variable.matches()) {
            return Optional.of(new PasswordSource.Variable(variable.group(1)));
        }
        Matcher entry = ENTRY.matcher(text);
        if (entry.matches()) {
            return Optional.of(
                    entry.group(1).equals("vault")
                            ? new PasswordSource.Vault(entry.group(2))
                            : new PasswordSource.Keychain(entry.group(2)));
        }
        return text.equals("ask") ? Optional.of(new PasswordSource.Ask()) : Optional.empty();
    }

    /** Empty for the usual places, of which nothing is written. */
    static Optional<String> write(PasswordSource source) {
        return switch (source) {
            case PasswordSource.Usual usual -> Optional.empty();
            case PasswordSource.Variable variable -> Optional.of("${" + variable.name() + "}");
            case PasswordSource.Keychain keychain -> Optional.of("keychain:" + keychain.entry());
            case PasswordSource.Vault vault -> Optional.of("vault:" + vault.entry());
            case PasswordSource.Ask ask -> Optional.of("ask");
        };
    }
}
