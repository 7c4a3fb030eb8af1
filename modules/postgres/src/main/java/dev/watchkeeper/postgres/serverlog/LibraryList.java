package dev.watchkeeper.postgres.serverlog;

import dev.watchkeeper.postgres.sql.Quoting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A setting that lists libraries, as {@code pg_settings} shows it: with commas between, some in double quotes. */
record LibraryList(List<String> libraries) {
    LibraryList {
        libraries = List.copyOf(libraries);
    }

    static LibraryList of(String setting) {
        List<String> libraries = new ArrayList<>();
        for (String one : setting.split(",", -1)) {
            String library = one.strip().replace("\"", "");
            if (!library.isEmpty()) {
                libraries.add(library);
            }
        }
        return new LibraryList(libraries);
    }

    /** With that one at the end, unless it is there already. */
    LibraryList with(String library) {
        if (libraries.contains(library)) {
            return this;
        }
        List<String> more = new ArrayList<>(libraries);
        more.add(library);
        return new LibraryList(more);
    }

    /** As ALTER SYSTEM takes them: each on its own. */
    String literals() {
        return libraries.stream().map(Quoting::literal).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return String.join(", ", libraries);
    }
}
