package dev.watchkeeper.postgres.console.change;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.sql.Deed;
import dev.watchkeeper.kernel.sql.Effect;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.console.Request;
import dev.watchkeeper.postgres.console.SqlConsole;
import dev.watchkeeper.postgres.console.StatementFault;
import dev.watchkeeper.postgres.console.TrialCounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Statements run and rolled back to count their rows, as far as that does no harm; and why not where it would. */
final class Trial {
    private static final Set<String> COUNTED = Set.of("INSERT", "UPDATE", "DELETE", "MERGE");

    /**
     * Of one statement.
     *
     * @param rows that it touched; empty if it was not tried
     * @param why it was not; empty where nothing is to say
     */
    record Result(OptionalLong rows, String why) {
        void say(Deed deed, List<String> says) {
            if (rows.isPresent()) {
                says.add(done(deed.verb()) + " " + Sizes.of(rows.getAsLong(), "row", "rows")
                        + ", counted in a transaction that was rolled back");
            } else if (!why.isEmpty()) {
                says.add("rows not counted: " + why);
            }
        }

        private static String done(String verb) {
            return switch (verb) {
                case "INSERT" -> "inserts";
                case "UPDATE" -> "updates";
                case "DELETE" -> "deletes";
                default -> "touches";
            };
        }
    }

    private final List<Result> results;

    private Trial(List<Result> results) {
        this.results = results;
    }

    Result of(int index) {
        return results.get(index);
    }

    static Trial of(SqlConsole console, List<Request> requests, List<Deed> deeds, Duration limit)
            throws FaultException {
        List<String> whys = whys(console, requests, deeds);
        List<Request> tried = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            if (isCounted(deeds.get(i), whys.get(i))) {
                tried.add(requests.get(i));
            }
        }
        TrialCounts counts =
                tried.isEmpty() ? new TrialCounts(List.of(), Optional.empty()) : console.dryRun(tried, limit);
        List<Result> results = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < requests.size(); i++) {
            boolean counted = isCounted(deeds.get(i), whys.get(i));
            results.add(counted ? result(counts, next++, limit) : new Result(OptionalLong.empty(), whys.get(i)));
        }
        return new Trial(results);
    }

    private static boolean isCounted(Deed deed, String why) {
        return why.isEmpty() && deed.changes() && COUNTED.contains(deed.verb());
    }

    private static Result result(TrialCounts counts, int index, Duration limit) {
        if (index < counts.rows().size()) {
            return new Result(OptionalLong.of(counts.rows().get(index)), "");
        }
        if (counts.fault().isEmpty()) {
            return new Result(OptionalLong.empty(), "there are too many statements to try");
        }
        StatementFault fault = counts.fault().get();
        boolean first = index == counts.rows().size();
        String trial = first ? "a trial" : "the trial of one before it";
        return new Result(
                OptionalLong.empty(),
                fault.reason() == StatementFault.Reason.TIMEOUT
                        ? trial + " did not end within " + Spans.words(limit)
                        : trial + " failed: " + fault.fault().message());
    }

    /** Why each of them is not tried; empty for one that is, and where nothing is to say. */
    private static List<String> whys(SqlConsole console, List<Request> requests, List<Deed> deeds) {
        List<String> whys = new ArrayList<>();
        String never = never(console);
        for (int i = 0; i < requests.size(); i++) {
            Deed deed = deeds.get(i);
            String why = never.isEmpty() ? why(deed) : deed.effect() == Effect.CHANGE_DATA ? never : "";
            whys.add(why);
            if (never.isEmpty() && deed.changes() && !isCounted(deed, why)) {
                never = "it depends on the statement in line "
                        + requests.get(i).statement().line();
            }
        }
        return whys;
    }

    private static String never(SqlConsole console) {
        if (console.settings().readOnly()) {
            return "this console is read-only, so it will be refused";
        }
        return console.transaction().isOpen()
                ? "a transaction is open; run it there, look at the count, and ROLLBACK if it is wrong"
                : "";
    }

    private static String why(Deed deed) {
        if (deed.effect() != Effect.CHANGE_DATA || deed.verb().equals("TRUNCATE")) {
            return "";
        }
        if (!deed.outside().isEmpty()) {
            return "it " + deed.outside() + ", which a rollback does not undo";
        }
        if (deed.alone()) {
            return "it can't run in a transaction";
        }
        return COUNTED.contains(deed.verb()) && !deed.runsIt() ? "" : "it says nothing of its rows";
    }
}
