package dev.watchkeeper.app.serverlog;

import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much a line of a log matters, told from its beginning alone. */
public enum Gravity {
    PLAIN,
    WARNING,
    ERROR;

    /** The severity stands near the beginning, in all formats; what comes after may be anybody's words. */
    private static final int LOOKED_AT = 400;

    private static final Pattern POSTGRES =
            Pattern.compile("(?:^|[\\s,]|\"error_severity\":\")(ERROR|FATAL|PANIC|WARNING)(?::  |,|\")");
    private static final Pattern REDIS = Pattern.compile("^\\d+:[A-Z] \\d\\d [A-Z][a-z]{2} \\d{4} [\\d:.]+ #");

    /** Tells it of a line of PostgreSQL's. */
    public static Gravity ofPostgres(String line) {
        Matcher found = POSTGRES.matcher(beginning(line));
        if (!found.find()) {
            return PLAIN;
        }
        return found.group(1).toUpperCase(Locale.ROOT).equals("WARNING") ? WARNING : ERROR;
    }

    /** Tells it of a line of Redis'. */
    public static Gravity ofRedis(String line) {
        return REDIS.matcher(beginning(line)).find() ? WARNING : PLAIN;
    }

    private static String beginning(String line) {
        return line.substring(0, Math.min(line.length(), LOOKED_AT));
    }

    /** Of which kind of server lines are. */
    public interface Judge extends Function<String, Gravity> {}
}
