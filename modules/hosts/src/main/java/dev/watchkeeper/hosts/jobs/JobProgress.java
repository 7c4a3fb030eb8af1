package dev.watchkeeper.hosts.jobs;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far a job is, as far as its tool says so. */
public final class JobProgress {
    private static final Pattern PERCENT = Pattern.compile("(?<![0-9.])(100(?:\\.0+)?|[0-9]{1,2}(?:\\.[0-9]+)?) ?%");

    private JobProgress() {}

    /**
     * The last percentage in its words, as pg_basebackup and pgBackRest write it.
     *
     * @return a share from 0 to 1; empty if it tells none
     */
    public static OptionalDouble share(String words) {
        OptionalDouble last = OptionalDouble.empty();
        Matcher matcher = PERCENT.matcher(words);
        while (matcher.find()) {
            last = OptionalDouble.of(Double.parseDouble(matcher.group(1)) / 100);
        }
        return last;
    }
}
