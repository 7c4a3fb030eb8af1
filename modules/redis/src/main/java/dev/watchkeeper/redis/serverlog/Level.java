package dev.watchkeeper.redis.serverlog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How grave a line of the log is ({@code loglevel}), the gravest first, with the sign that stands for it in the log. */
public enum Level {
    WARNING('#'),
    NOTICE('*'),
    VERBOSE('-'),
    DEBUG('.');

    private final char sign;

    Level(char sign) {
        this.sign = sign;
    }

    static Optional<Level> of(char sign) {
        return Arrays.stream(values()).filter(one -> one.sign == sign).findFirst();
    }

    /** As {@code loglevel} has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
