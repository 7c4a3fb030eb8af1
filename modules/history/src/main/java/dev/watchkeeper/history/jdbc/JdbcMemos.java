package dev.watchkeeper.history.jdbc;

import dev.watchkeeper.history.HistoryEvent;
import dev.watchkeeper.history.Interval;
import dev.watchkeeper.history.KeptPlan;
import dev.watchkeeper.history.Lease;
import dev.watchkeeper.history.store.Memos;
import dev.watchkeeper.kernel.workload.Interruption;
import dev.watchkeeper.kernel.workload.QueryRef;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Memos in tables of their own. */
final class JdbcMemos implements Memos {
    /** What time it is. */
    @FunctionalInterface
    interface Now {
        Instant get() throws SQLException;
    }

    private final Session session;
    private final long today;
    private final Now now;

    JdbcMemos(Session session, long today, Now now) {
        this.session = session;
        this.today = today;
        this.now = now;
    }

    /** One text that many servers know stands there once. */
    @Override
    public void keepTexts(int target, Map<QueryRef, String> texts) throws SQLException {
        for (Map.Entry<QueryRef, String> text : texts.entrySet()) {
            QueryRef query = text.getKey();
            session.run(
                    "keep_query_text",
                    target,
                    CleanText.of(query.database()),
                    query.queryId(),
                    body(text.getValue()),
                    today);
        }
    }

    private int body(String text) throws SQLException {
        String clean = CleanText.of(text);
        String hash = hash(clean);
        Optional<Integer> known = session.first("find_text", row -> row.getInt(1), hash);
        if (known.isPresent()) {
            return known.get();
        }
        session.run("add_text", hash, clean);
        return session.first("find_text", row -> row.getInt(1), hash)
                .orElseThrow(() -> new SQLException("a text was taken away while it was written"));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public Map<QueryRef, String> texts(int target, Collection<QueryRef> queries) throws SQLException {
        Map<QueryRef, String> texts = new HashMap<>();
        for (QueryRef query : queries) {
            session.first(
                            "find_query_text",
                            row -> row.getString(1),
                            target,
                            CleanText.of(query.database()),
                            query.queryId())
                    .ifPresent(text -> texts.put(query, text));
        }
        return texts;
    }

    @Override
    public Map<QueryRef, String> texts(int target) throws SQLException {
        Map<QueryRef, String> texts = new HashMap<>();
        session.all(
                "list_query_texts",
                row -> texts.put(new QueryRef(row.getString(1), row.getLong(2)), row.getString(3)),
                target);
        return texts;
    }

    @Override
    public void keepEvents(int target, List<HistoryEvent> events) throws SQLException {
        for (HistoryEvent event : events) {
            session.run("keep_event", target, event.at(), event.kind().name(), CleanText.of(event.words()));
        }
    }

    @Override
    public List<HistoryEvent> events(int target, Interval interval) throws SQLException {
        return session.all(
                "list_events",
                row -> new HistoryEvent(
                        session.instant(row, 1), HistoryEvent.Kind.valueOf(row.getString(2)), row.getString(3)),
                target,
                interval.from(),
                interval.to());
    }

    @Override
    public void keepInterruptions(int target, List<Interruption> interruptions) throws SQLException {
        for (Interruption one : interruptions) {
            session.run("keep_interruption", target, one.at(), one.kind().name());
        }
    }

    @Override
    public List<Interruption> interruptions(int target, Interval interval) throws SQLException {
        return session.all(
                "list_interruptions",
                row -> new Interruption(Interruption.Kind.valueOf(row.getString(2)), session.instant(row, 1)),
                target,
                interval.from(),
                interval.to());
    }

    @Override
    public void keepPlans(int target, List<KeptPlan> plans) throws SQLException {
        for (KeptPlan plan : plans) {
            QueryRef query = plan.query();
            int same = session.run(
                    "prolong_plan",
                    plan.lastSeen(),
                    plan.lastSeen(),
                    CleanText.of(plan.json()),
                    target,
                    CleanText.of(query.database()),
                    query.queryId(),
                    plan.shape(),
                    target,
                    CleanText.of(query.database()),
                    query.queryId(),
                    plan.firstSeen());
            if (same == 0) {
                session.run(
                        "keep_plan",
                        target,
                        CleanText.of(query.database()),
                        query.queryId(),
                        plan.firstSeen(),
                        plan.shape(),
                        plan.lastSeen(),
                        CleanText.of(plan.json()));
            }
        }
    }

    @Override
    public List<KeptPlan> plans(int target, QueryRef query) throws SQLException {
        return session.all("find_plans", this::plan, target, CleanText.of(query.database()), query.queryId());
    }

    @Override
    public List<KeptPlan> plans(int target) throws SQLException {
        return session.all("list_plans", this::plan, target);
    }

    private KeptPlan plan(ResultSet row) throws SQLException {
        return new KeptPlan(
                new QueryRef(row.getString(1), row.getLong(2)),
                row.getString(3),
                session.instant(row, 4),
                session.instant(row, 5),
                row.getString(6));
    }

    @Override
    public long forget(Instant before) throws SQLException {
        long day = before.toEpochMilli() / Duration.ofDays(1).toMillis();
        long gone = session.run("forget_events", before);
        gone += session.run("forget_interruptions", before);
        gone += session.run("forget_plans", before);
        gone += session.run("forget_statements", day);
        gone += session.run("forget_activity_keys", day);
        gone += session.run("forget_lines", day);
        gone += session.run("forget_query_texts", day);
        return gone + session.run("forget_texts");
    }

    @Override
    public Lease claim(int target, String recorder, Duration stale) throws SQLException {
        Instant moment = now.get();
        // a beat from the future is that of a clock that was put back since
        session.run("claim", target, recorder, moment, moment, moment.minus(stale), moment.plus(stale));
        return session.first(
                        "find_lease",
                        row -> new Lease(row.getString(1), session.instant(row, 2), session.instant(row, 3)),
                        target)
                .orElseThrow(() -> new SQLException("a lease was taken away while it was written"));
    }

    @Override
    public void release(String recorder) throws SQLException {
        session.run("release", recorder);
    }
}
