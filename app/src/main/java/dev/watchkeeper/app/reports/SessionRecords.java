package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.postgres.sessions.Session;
import dev.watchkeeper.postgres.sessions.SessionList;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Sessions as data: the columns of {@code pg_stat_activity} by their own names, and what the console adds. */
public final class SessionRecords {
    private static final List<String> KEYS = List.of(
            "pid",
            "leader_pid",
            "backend_type",
            "datname",
            "usename",
            "application_name",
            "client_addr",
            "backend_start",
            "xact_start",
            "query_start",
            "state_change",
            "xact_age_ms",
            "query_age_ms",
            "state_age_ms",
            "state",
            "wait_event_type",
            "wait_event",
            "backend_xid",
            "xid_age",
            "xmin_age",
            "query_id",
            "blocked_by",
            "blocks",
            "ssl",
            "ssl_version",
            "hidden",
            "query");

    private SessionRecords() {}

    /**
     * The rows of these sessions, in their order.
     *
     * @param shown those of the snapshot that are wanted
     */
    public static Records of(Snapshot<SessionList> snapshot, List<Session> shown) {
        HeldBack heldBack = new HeldBack(snapshot.value().sessions());
        Instant now = snapshot.takenAt();
        return new Records(
                KEYS, shown.stream().map(session -> row(session, now, heldBack)).toList());
    }

    private static SequencedMap<String, @Nullable Object> row(Session session, Instant now, HeldBack heldBack) {
        Records.Row row = new Records.Row()
                .with("pid", session.pid())
                .with("leader_pid", session.leaderPid() == 0 ? null : session.leaderPid())
                .with("backend_type", session.backendType())
                .with("datname", session.database())
                .with("usename", session.user())
                .with("application_name", session.application())
                .with("client_addr", "local".equals(session.client()) ? null : session.client());
        times(row, session, now);
        return row.with(
                        "state",
                        session.state().label().isEmpty()
                                ? null
                                : session.state().label())
                .with("wait_event_type", session.waitEventType())
                .with("wait_event", session.waitEvent())
                .with("backend_xid", session.xid())
                .with("xid_age", session.xidAge())
                .with("xmin_age", session.xminAge())
                .with("query_id", session.queryId())
                .with("blocked_by", session.blockedBy())
                .with("blocks", heldBack.by(session.pid()))
                .with("ssl", session.tls() != null)
                .with("ssl_version", session.tls())
                .with("hidden", session.hidden())
                .with("query", session.query())
                .values();
    }

    private static void times(Records.Row row, Session session, Instant now) {
        row.with("backend_start", session.hidden() ? null : session.backendStart())
                .with("xact_start", session.xactStart())
                .with("query_start", session.queryStart())
                .with("state_change", session.stateChange())
                .with("xact_age_ms", millis(session.xactAge(now)))
                .with("query_age_ms", millis(session.queryAge(now)))
                .with("state_age_ms", millis(session.stateAge(now)));
    }

    private static @Nullable Long millis(@Nullable Duration age) {
        return age == null ? null : age.toMillis();
    }
}
