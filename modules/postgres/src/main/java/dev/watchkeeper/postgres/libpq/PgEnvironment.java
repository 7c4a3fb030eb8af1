package dev.watchkeeper.postgres.libpq;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The {@code PG*} variables. A variable that is set to nothing counts as given, as for libpq. */
final class PgEnvironment {
    private final Map<String, String> variables;

    PgEnvironment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** What the variables give as defaults. */
    Conninfo defaults() {
        Conninfo found = new Conninfo();
        for (Keyword keyword : Keyword.values()) {
            variable(keyword.variable()).ifPresent(value -> found.put(keyword, value));
        }
        return found;
    }

    /** The variable's value; empty if it is not set. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    /** Where libpq looks for a person's files: the home folder, on Windows {@code %APPDATA%\postgresql}. */
    Path personal(Path home, String unixName, String windowsName) {
        if (Platform.isWindows()) {
            Path roaming = variable("APPDATA")
                    .map(Path::of)
                    .orElse(home.resolve("AppData").resolve("Roaming"));
            return roaming.resolve("postgresql").resolve(windowsName);
        }
        return home.resolve(unixName);
    }
}
