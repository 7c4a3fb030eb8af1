package dev.watchkeeper.history.jdbc;

import dev.watchkeeper.history.store.Ledger;
import dev.watchkeeper.history.store.LineName;
import dev.watchkeeper.history.store.Memos;
import dev.watchkeeper.history.store.Names;
import dev.watchkeeper.kernel.activity.ActivityKey;
import dev.watchkeeper.kernel.workload.StatementId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What both stores' ledgers share: dictionaries and memos. For one transaction. */
public abstract class JdbcLedger implements Ledger {
    private final Session session;
    private final JdbcNames<StatementId> statements;
    private final JdbcNames<ActivityKey> activityKeys;
    private final JdbcNames<LineName> lines;
    private final NameCaches caches;
    private final Map<String, Integer> targets = new HashMap<>();
    private final long today;

    protected JdbcLedger(Session session, NameCaches caches, Clock clock) {
        this.session = session;
        this.caches = caches;
        this.today = clock.millis() / Duration.ofDays(1).toMillis();
        this.statements = new JdbcNames<>(session, "statement", new OfStatement(), caches.statements, today);
        this.activityKeys = new JdbcNames<>(session, "activity_key", new OfActivity(), caches.activityKeys, today);
        this.lines = new JdbcNames<>(session, "line", new OfLine(), caches.lines, today);
    }

    /** What time it is for all who share the store. */
    protected abstract Instant now() throws SQLException;

    /** Others may know now what this transaction found out. */
    public void committed() {
        caches.targets.putAll(targets);
        statements.committed();
        activityKeys.committed();
        lines.committed();
    }

    @Override
    public Map<String, Integer> targets() throws SQLException {
        Map<String, Integer> all = new LinkedHashMap<>();
        session.all("list_targets", row -> all.put(row.getString(2), row.getInt(1)));
        return all;
    }

    @Override
    public int target(String name) throws SQLException {
        Integer remembered = caches.targets.get(name);
        if (remembered != null) {
            return remembered;
        }
        Optional<Integer> known = session.first("find_target", row -> row.getInt(1), name);
        if (known.isPresent()) {
            targets.put(name, known.get());
            return known.get();
        }
        session.run("add_target", name);
        return session.first("find_target", row -> row.getInt(1), name)
                .orElseThrow(() -> new SQLException("a target was taken away while it was written"));
    }

    @Override
    public Names<StatementId> statements() {
        return statements;
    }

    @Override
    public Names<ActivityKey> activityKeys() {
        return activityKeys;
    }

    @Override
    public Names<LineName> lines() {
        return lines;
    }

    @Override
    public Memos memos() {
        return new JdbcMemos(session, today, this::now);
    }

    private static final class OfStatement implements JdbcNames.Columns<StatementId> {
        @Override
        public Object[] of(StatementId id) {
            return new Object[] {id.database(), id.role(), id.queryId(), id.topLevel()};
        }

        @Override
        public StatementId read(ResultSet row) throws SQLException {
            return new StatementId(row.getString(1), row.getString(2), row.getLong(3), row.getBoolean(4));
        }
    }

    private static final class OfActivity implements JdbcNames.Columns<ActivityKey> {
        @Override
        public Object[] of(ActivityKey key) {
            return new Object[] {key.state(), key.waitType(), key.waitEvent(), key.database(), key.role(), key.queryId()
            };
        }

        @Override
        public ActivityKey read(ResultSet row) throws SQLException {
            return new ActivityKey(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getLong(6));
        }
    }

    private static final class OfLine implements JdbcNames.Columns<LineName> {
        @Override
        public Object[] of(LineName name) {
            return new Object[] {name.metric(), name.label()};
        }

        @Override
        public LineName read(ResultSet row) throws SQLException {
            return new LineName(row.getString(1), row.getString(2));
        }
    }
}
