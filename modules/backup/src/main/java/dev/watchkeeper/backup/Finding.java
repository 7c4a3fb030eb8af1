package dev.watchkeeper.backup;

import java.util.Locale;

/**
 * A rule of the backup policy, and how it is kept.
 *
 * @param rule in words: {@code Full every day, kept 30 days}
 * @param detail what is so: {@code as demanded}, {@code 14 of 30 kept; Nov 16 failed}
 */
public record Finding(String rule, Status status, String detail) {
    /** How well a rule is kept. */
    public enum Status {
        FINE,
        /** Something that is demanded is missing or too old. */
        SHORT,
        /** Recovery is not possible as the rule promises. */
        BROKEN,
        /** Nothing tells. */
        UNKNOWN;

        /** As it stands in JSON. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
