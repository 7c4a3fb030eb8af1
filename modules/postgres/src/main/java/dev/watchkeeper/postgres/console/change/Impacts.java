package dev.watchkeeper.postgres.console.change;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.console.SqlConsole;
import dev.watchkeeper.postgres.locks.LockMode;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks who is in the way of locks now. */
final class Impacts {
    private static final SqlFile RELATION = SqlFile.of(Impacts.class, "relation");
    private static final SqlFile HOLDERS = SqlFile.of(Impacts.class, "holders");
    private static final SqlFile OLDER = SqlFile.of(Impacts.class, "older_transactions");

    /** A relation as it is on the server. */
    private record Found(long oid, String name, long bytes, long estimatedRows) {}

    private final SqlConsole console;

    Impacts(SqlConsole console) {
        this.console = console;
    }

    /** Those on relations that are there; what is only made by the script, or misspelt, is left out. */
    List<Impact> of(List<RelationLock> locks) throws FaultException {
        if (locks.isEmpty()) {
            return List.of();
        }
        return console.ask(connected -> {
            List<Impact> impacts = new ArrayList<>();
            for (RelationLock lock : locks) {
                Optional<Found> found = find(connected, lock);
                if (found.isPresent()) {
                    Found one = found.get();
                    List<Holder> holders = holders(connected, one.oid(), lock.mode());
                    impacts.add(new Impact(lock, one.name(), one.bytes(), one.estimatedRows(), holders));
                }
            }
            return impacts;
        });
    }

    /** What an index that is built concurrently waits for; empty if there is nothing. */
    List<String> olderTransactions() throws FaultException {
        return console.ask(connected -> {
            try (PreparedStatement statement = connected.prepare(OLDER);
                    ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                if (!rows.next() || rows.number("transactions") == 0) {
                    return List.of();
                }
                return List.of("waits for every transaction that began before: "
                        + Sizes.of(rows.number("transactions"), "is open", "are open") + " now, the oldest, of pid "
                        + rows.integer("oldest_pid") + ", for "
                        + Spans.words(Duration.ofMillis(rows.number("oldest_ms"))));
            }
        });
    }

    private static Optional<Found> find(Connected connected, RelationLock lock) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(RELATION)) {
            statement.setString(1, lock.relation());
            statement.setBoolean(2, lock.ofIndex());
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                return rows.next()
                        ? Optional.of(new Found(
                                rows.number("relation"),
                                rows.text("name"),
                                rows.number("bytes"),
                                rows.number("estimated_rows")))
                        : Optional.empty();
            }
        }
    }

    private static List<Holder> holders(Connected connected, long relation, LockMode wanted)
            throws SQLException, FaultException {
        Object[] conflicting = Stream.of(LockMode.values())
                .filter(wanted::conflictsWith)
                .map(LockMode::label)
                .toArray();
        List<Holder> holders = new ArrayList<>();
        try (PreparedStatement statement = connected.prepare(HOLDERS)) {
            statement.setLong(1, relation);
            statement.setArray(2, connected.jdbc().createArrayOf("text", conflicting));
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                while (rows.next()) {
                    holders.add(new Holder(
                            rows.integer("pid"),
                            LockMode.of(rows.text("mode")),
                            rows.text("role"),
                            rows.text("application"),
                            rows.text("state"),
                            Duration.ofMillis(rows.number("in_transaction_ms")),
                            rows.text("query")));
                }
            }
        }
        return holders;
    }
}
