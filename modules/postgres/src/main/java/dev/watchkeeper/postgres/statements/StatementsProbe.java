package dev.watchkeeper.postgres.statements;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.workload.QueryRef;
import dev.watchkeeper.kernel.workload.Workload;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What statements cost between two readings. A tick fetches who was called how often, then all figures of those that were
 * called since the last one, and the texts that are not known yet. UNSUPPORTED where nothing is counted, with what to
 * run; DENIED where the role may not read.
 */
public final class StatementsProbe implements Probe<StatementTally> {
    /** What it asks, for people to read. */
    public static final List<SqlFile> STATEMENTS =
            List.of(Standing.STANDING, Extension.COUNTING, Extension.CALLS, Extension.FIGURES, Extension.TEXTS);

    /** Not loaded, not there any more, not allowed: then another look at the standing helps, or says what to do. */
    private static final Set<String> GONE = Set.of("55000", "42883", "42P01", "3F000", "42501");

    private final PostgresServer server;
    private final TextLearner texts = new TextLearner();
    private @Nullable Connected asked;
    private @Nullable Standing standing;
    private @Nullable Reading last;
    private long lastAt;

    public StatementsProbe(PostgresServer server) {
        this.server = server;
    }

    @Override
    public String name() {
        return "statements";
    }

    @Override
    public Snapshot<StatementTally> read() throws FaultException {
        return server.probe(this::read);
    }

    private Snapshot<StatementTally> read(Connected connected) throws SQLException, FaultException {
        try {
            return tally(connected, standing(connected));
        } catch (SQLException e) {
            if (!GONE.contains(e.getSQLState())) {
                throw e;
            }
            standing = null;
            return tally(connected, standing(connected));
        }
    }

    private Standing standing(Connected connected) throws SQLException, FaultException {
        Standing known = standing;
        if (known == null || !connected.equals(asked)) {
            known = Standing.of(connected);
            known.require();
            standing = known;
            asked = connected;
        }
        return known;
    }

    private Snapshot<StatementTally> tally(Connected connected, Standing known) throws SQLException, FaultException {
        Extension extension = new Extension(connected, known);
        Reading before = last;
        Reading now = reading(extension, before == null ? Map.of() : before.entries());
        long at = System.nanoTime();
        Optional<Workload> workload = before == null
                ? Optional.empty()
                : Optional.of(Difference.between(before, now, Duration.ofNanos(at - lastAt)));
        Set<QueryRef> learnt = workload.isEmpty() ? Set.of() : texts.learn(extension, workload.get());
        // not earlier: if the connection broke so far, all of this is done again
        last = now;
        lastAt = at;
        Coverage coverage = new Coverage(
                known.role(),
                now.entries().size() + now.hidden(),
                known.most(),
                now.hidden(),
                known.nested(),
                known.timesIo(),
                texts.trouble());
        StatementTally tally =
                new StatementTally(workload, workload.map(texts::texts).orElse(Map.of()), learnt, coverage);
        return new Snapshot<>(tally, now.begin().at(), connected.version(), extension.cost());
    }

    private static Reading reading(Extension extension, Map<Entry, Count> known) throws SQLException, FaultException {
        Counting begin = extension.counting();
        Map<Entry, Extension.Calls> calls = new HashMap<>();
        int hidden = extension.calls(calls);
        Map<Entry, Count> entries = new HashMap<>(known);
        entries.keySet().retainAll(calls.keySet());
        Set<Long> moved = new HashSet<>();
        calls.forEach((entry, count) -> {
            Count was = entries.get(entry);
            if (was == null || !count.sameAs(was.sums())) {
                moved.add(entry.queryId());
            }
        });
        if (!moved.isEmpty()) {
            entries.putAll(extension.figures(moved));
        }
        return new Reading(begin, extension.counting(), entries, hidden);
    }
}
