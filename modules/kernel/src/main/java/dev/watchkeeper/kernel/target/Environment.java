package dev.watchkeeper.kernel.target;

import java.util.Locale;
import java.util.Optional;

/** How much care a server asks for. Production asks more before anything is changed. */
public enum Environment {
    PRODUCTION,
    STAGING,
    DEVELOPMENT;

    /** The name as it is written in files and shown to people: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a label; upper or lower case. Empty if there is no such environment. */
    public static Optional<Environment> of(String label) {
        for (Environment environment : values()) {
            if (environment.name().equalsIgnoreCase(label)) {
                return Optional.of(environment);
            }
        }
        return Optional.empty();
    }
}
