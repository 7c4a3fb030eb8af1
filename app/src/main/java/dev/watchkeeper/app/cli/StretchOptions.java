package dev.watchkeeper.app.cli;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say which stretch of time is wanted. */
final class StretchOptions {
    private static final Duration SHORTEST = Duration.ofMillis(100);

    @Option(
            names = "--since",
            paramLabel = "SPAN",
            converter = SpanConverter.class,
            description =
                    "statements: what was recorded of the last 15m, 2h, 1d (watchkeeper record); log: how far back"
                            + " (default: 1h)")
    private @Nullable Duration since;

    @Option(
            names = "--compare",
            paramLabel = "A..B",
            converter = PastConverter.class,
            description = "statements: compare with a stretch of the past: 2h..1h is from 2 h ago to 1 h ago. The other"
                    + " stretch is the last one of the same length, or of --since. Rows then have change (new, gone,"
                    + " slower, faster, more calls, fewer calls, same), mean_before_ms, calls_before and more;"
                    + " comparing is by second, and what may be chance is the same")
    private @Nullable Past compare;

    @Option(
            names = "--for",
            paramLabel = "SPAN",
            converter = SpanConverter.class,
            description = "statements, commands: without --since and --compare, measure so long (default: 10s)")
    private @Nullable Duration length;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "statements, log, commands: the N that took most time (default: 50)")
    private @Nullable Integer top;

    /** What was said, if it makes sense. */
    Stretch stretch(CommandSpec spec) {
        if (top != null && top < 1) {
            throw new ParameterException(spec.commandLine(), "--top is at least 1");
        }
        if (length != null && (since != null || compare != null)) {
            throw new ParameterException(
                    spec.commandLine(), "--for measures now; --since and --compare are of what was recorded");
        }
        if (length != null && length.compareTo(SHORTEST) < 0) {
            throw new ParameterException(spec.commandLine(), "--for is at least 100ms");
        }
        if (since != null && since.compareTo(SHORTEST) < 0) {
            throw new ParameterException(spec.commandLine(), "--since is at least 100ms");
        }
        return new Stretch(
                Optional.ofNullable(since),
                Optional.ofNullable(compare),
                Optional.ofNullable(length),
                Optional.ofNullable(top));
    }
}
