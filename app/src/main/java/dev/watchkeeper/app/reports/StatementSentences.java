package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.kernel.workload.Change;
import dev.watchkeeper.kernel.workload.Comparison;
import dev.watchkeeper.kernel.workload.Interruption;
import dev.watchkeeper.kernel.workload.StatementFigures;
import dev.watchkeeper.kernel.workload.Workload;
import dev.watchkeeper.postgres.statements.Coverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the statements did, in one sentence. */
public final class StatementSentences {
    private StatementSentences() {}

    /** Of what is shown: the comparison if there is one, what interrupted the counting, and what is not to be seen. */
    public static String of(StatementsShown shown) {
        String first = shown.comparison().map(StatementSentences::of).orElseGet(() -> of(shown.workload()));
        return first
                + interruptions(interrupting(shown))
                + shown.coverage()
                        .flatMap(StatementSentences::unseen)
                        .map("; "::concat)
                        .orElse("");
    }

    /** {@code 38 statements ran 12,402 times in 10 s and took 0.4 s, the heaviest 61 % of it}. */
    public static String of(Workload workload) {
        StatementFigures total = workload.total();
        if (total.calls() == 0) {
            return "no statement ended in " + Spans.words(workload.covered());
        }
        double heaviest = workload.uses().stream()
                .filter(use -> !use.id().isOthers())
                .mapToDouble(use -> use.figures().execMs())
                .max()
                .orElse(0);
        return Sizes.of(workload.uses().size(), "statement", "statements")
                + " ran " + Sizes.of(total.calls(), "time", "times")
                + " in " + Spans.words(workload.covered())
                + " and took " + StatementWords.millis(total.execMs())
                + (total.execMs() <= 0 || workload.uses().size() < 2
                        ? ""
                        : ", the heaviest " + StatementWords.percent(heaviest / total.execMs()) + " of it");
    }

    /** {@code B takes 61 % more time than A: 1 statement is slower, 1 new}. */
    public static String of(Comparison comparison) {
        if (comparison.before().length().isZero() || comparison.after().length().isZero()) {
            return "there is nothing to compare";
        }
        List<String> news = new ArrayList<>();
        for (Change.Kind kind : Change.Kind.values()) {
            long count = comparison.count(kind);
            if (kind != Change.Kind.SAME && count > 0) {
                news.add(news(kind, count, news.isEmpty()));
            }
        }
        return difference(comparison) + ": " + (news.isEmpty() ? "no statement changed" : String.join(", ", news));
    }

    private static String difference(Comparison comparison) {
        double ratio = comparison.timeRatio();
        if (comparison.before().total().calls() == 0) {
            return "A ran nothing";
        }
        if (ratio >= 1.995) {
            return String.format(Locale.ROOT, "B takes %.1f times as much time as A", ratio);
        }
        long percent = Math.round((ratio - 1) * 100);
        if (percent == 0) {
            return "B takes as much time as A";
        }
        return "B takes " + Math.abs(percent) + " % " + (percent > 0 ? "more" : "less") + " time than A";
    }

    /** The first says what is counted. */
    private static String news(Change.Kind kind, long count, boolean first) {
        if (!first) {
            return Sizes.count(count) + " " + called(kind);
        }
        return Sizes.of(count, "statement is ", "statements are ") + called(kind);
    }

    private static String called(Change.Kind kind) {
        return switch (kind) {
            case MORE_CALLS -> "called more";
            case FEWER_CALLS -> "called less";
            default -> kind.words();
        };
    }

    private static List<Interruption> interrupting(StatementsShown shown) {
        List<Interruption> all = new ArrayList<>();
        shown.comparison()
                .ifPresent(comparison -> all.addAll(comparison.before().interruptions()));
        all.addAll(shown.workload().interruptions());
        return all;
    }

    /** {@code ; counters were reset in between}. */
    private static String interruptions(List<Interruption> all) {
        return all.stream()
                .map(Interruption::kind)
                .distinct()
                .map(StatementSentences::interruption)
                .map("; "::concat)
                .collect(Collectors.joining());
    }

    private static String interruption(Interruption.Kind kind) {
        return switch (kind) {
            case RESET -> "counters were reset in between";
            case EVICTION -> "seldom used statements were thrown out in between (pg_stat_statements.max)";
            case RESTART -> "the server was started in between";
            case UNSEEN -> "some of the time nobody looked, or a clock was set back";
        };
    }

    /** What is not to be seen, and what to run; empty if all is. */
    public static Optional<String> unseen(Coverage coverage) {
        List<String> parts = new ArrayList<>();
        if (coverage.hidden() > 0) {
            parts.add(Sizes.of(coverage.hidden(), "statement", "statements") + " of other roles "
                    + (coverage.hidden() == 1 ? "is" : "are") + " not to be seen: " + coverage.grant());
        }
        coverage.texts().map(Fault::sentence).ifPresent(parts::add);
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
    }
}
