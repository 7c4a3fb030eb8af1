package dev.watchkeeper.postgres.console.change;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.sql.Deed;
import dev.watchkeeper.kernel.sql.Effect;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.postgres.console.Request;
import dev.watchkeeper.postgres.console.SqlConsole;
import dev.watchkeeper.postgres.console.TransactionState.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Finds out what statements will do: from their text, the catalog, the lock table, and a trial where one is harmless. */
public final class Previewer {
    /** A trial takes no longer than that, statement by statement. */
    public static final Duration TRIAL = Duration.ofSeconds(2);

    private final SqlConsole console;
    private final Impacts impacts;

    public Previewer(SqlConsole console) {
        this.console = console;
        this.impacts = new Impacts(console);
    }

    /**
     * Looks at all of them together. What can't be found out is said in the preview, not thrown.
     *
     * @throws FaultException if the server can't be reached, or a parameter has no value
     */
    public ChangePreview of(List<Request> requests) throws FaultException {
        List<Deed> deeds = requests.stream()
                .map(request ->
                        SqlConsole.deed(console.target(), request.statement().text()))
                .toList();
        Trial trial = Trial.of(console, requests, deeds, TRIAL);
        List<StatementPreview> previews = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            previews.add(preview(requests.get(i), deeds.get(i), trial.of(i)));
        }
        return new ChangePreview(previews);
    }

    private StatementPreview preview(Request request, Deed deed, Trial.Result trial) throws FaultException {
        if (!deed.changes()) {
            return new StatementPreview(
                    request.statement(),
                    deed,
                    OptionalLong.empty(),
                    List.of(),
                    List.of(deed.effect().words()));
        }
        List<Impact> locks = locks(request);
        List<String> says = new ArrayList<>();
        what(deed, locks, says);
        trial.say(deed, says);
        for (Impact impact : locks) {
            if (deed.effect() != Effect.CHANGE_DATA
                    || deed.verb().equals("TRUNCATE")
                    || !impact.holders().isEmpty()) {
                says.add(impact.words());
            }
            held(impact, says);
        }
        if (waitsForAll(request)) {
            says.addAll(impacts.olderTransactions());
        }
        if (deed.alone()) {
            says.add("can't be rolled back, for it runs in no transaction");
        }
        if (!deed.outside().isEmpty()) {
            says.add("what a rollback does not undo: " + deed.outside());
        }
        return new StatementPreview(request.statement(), deed, trial.rows(), locks, says);
    }

    private static void what(Deed deed, List<Impact> locks, List<String> says) {
        String where = locks.isEmpty() ? "the table" : locks.getFirst().relation();
        if (deed.everyRow()) {
            says.add("there is no WHERE: every row of " + where + estimated(locks));
        } else if (deed.destroys() && !locks.isEmpty()) {
            says.add(
                    "takes away " + (deed.verb().equals("TRUNCATE") ? "every row of " : "") + where + estimated(locks));
        } else {
            says.add(deed.effect().words());
        }
    }

    private static String estimated(List<Impact> locks) {
        if (locks.isEmpty() || locks.getFirst().estimatedRows() <= 0) {
            return "";
        }
        return ", about " + Sizes.of(locks.getFirst().estimatedRows(), "row", "rows");
    }

    private static void held(Impact impact, List<String> says) {
        if (!impact.holders().isEmpty()) {
            int count = impact.holders().size();
            says.add("has to wait for "
                    + (count == 20 ? "20 sessions or more" : Sizes.of(count, "session", "sessions"))
                    + ", and others queue behind it: "
                    + impact.holders().getFirst().words());
        }
    }

    private List<Impact> locks(Request request) throws FaultException {
        return console.transaction().phase() == Phase.FAILED
                ? List.of()
                : impacts.of(LockRules.of(request.statement().text()));
    }

    private boolean waitsForAll(Request request) {
        WordReader words = new WordReader(request.statement().text());
        return console.transaction().phase() != Phase.FAILED
                && words.hasAhead("INDEX")
                && words.hasAhead("CONCURRENTLY");
    }
}
