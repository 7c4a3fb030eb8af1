package dev.watchkeeper.redis.console;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Completes commands and subcommands, and shows how they are used. Immutable. */
public final class Completer {
    private final Catalog catalog;
    private final Docs docs;

    Completer(Catalog catalog, Docs docs) {
        this.catalog = catalog;
        this.docs = docs;
    }

    /**
     * What may stand at the end of this text, by name; nothing where arguments are expected.
     *
     * @param before the line up to the caret
     */
    public List<Completion> at(String before) {
        String line = before.stripLeading().toLowerCase(Locale.ROOT);
        int blank = line.indexOf(' ');
        if (blank < 0) {
            return names(line, "");
        }
        String rest = line.substring(blank).stripLeading();
        return rest.indexOf(' ') < 0
                ? names(line.substring(0, blank) + "|" + rest, line.substring(0, blank))
                : List.of();
    }

    private List<Completion> names(String prefix, String container) {
        return catalog.all().stream()
                .map(CommandFacts::name)
                .filter(name -> name.startsWith(prefix) && name.contains("|") == !container.isEmpty())
                .map(name -> completion(name, container))
                .toList();
    }

    private Completion completion(String name, String container) {
        String own = container.isEmpty() ? name : name.substring(container.length() + 1);
        String summary = docs.find(container.isEmpty() ? own : container, container.isEmpty() ? "" : own)
                .map(CommandDoc::summary)
                .orElse("");
        return new Completion(own.toUpperCase(Locale.ROOT), summary);
    }

    /** How the command of this line is used; empty if the server does not tell. */
    public Optional<CommandDoc> usage(String line) {
        String[] words = line.strip().split("\\s+", 3);
        return docs.find(words[0], words.length > 1 ? words[1] : "");
    }
}
