package dev.watchkeeper.postgres.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code pg_stat_activity}.
 *
 * @param leaderPid of a parallel worker, its leader; else 0
 * @param database null for processes that belong to none
 * @param user null for processes that belong to none
 * @param client address of the client, {@code local} for a Unix socket, null for background processes
 * @param tls protocol version, null without TLS
 * @param xid transaction id that it writes under, null if it has none
 * @param xidAge transactions begun since {@code xid}; 0 without one
 * @param xminAge transactions begun since the oldest that it can see; 0 without a snapshot
 * @param queryId null if {@code compute_query_id} is off
 * @param query whole text as far as {@code track_activity_query_size} kept it; empty if there was none
 * @param blockedBy exactly what {@code pg_blocking_pids} says, without repeats; 0 is a prepared transaction
 * @param hidden whether the role may not see what the session does (it lacks {@code pg_read_all_stats})
 */
public record Session(
        int pid,
        int leaderPid,
        String backendType,
        @Nullable String database,
        @Nullable String user,
        String application,
        @Nullable String client,
        @Nullable String tls,
        Instant backendStart,
        @Nullable Instant xactStart,
        @Nullable Instant queryStart,
        @Nullable Instant stateChange,
        SessionState state,
        @Nullable String waitEventType,
        @Nullable String waitEvent,
        @Nullable String xid,
        long xidAge,
        long xminAge,
        @Nullable Long queryId,
        String query,
        List<Integer> blockedBy,
        boolean hidden) {

    public Session {
        blockedBy = List.copyOf(blockedBy);
    }

    public SessionId id() {
        return new SessionId(pid, backendStart);
    }

    /** Whether a client talks to it: what counts against {@code max_connections}. */
    public boolean isClient() {
        return backendType.equals("client backend");
    }

    public boolean isParallelWorker() {
        return leaderPid != 0 && leaderPid != pid;
    }

    /** Since the transaction began; null outside of one. */
    public @Nullable Duration xactAge(Instant now) {
        return since(xactStart, now);
    }

    /** Since the statement began, if it still runs; for others since the last one began. Null if there was none. */
    public @Nullable Duration queryAge(Instant now) {
        return since(queryStart, now);
    }

    /** In the present state for so long; null if unknown. */
    public @Nullable Duration stateAge(Instant now) {
        return since(stateChange, now);
    }

    /** Type and event in one: {@code Lock relation}; empty if it waits for nothing. */
    public String waits() {
        return waitEvent == null ? "" : waitEventType + " " + waitEvent;
    }

    /** The same with its statement's text. */
    Session withQuery(String text) {
        return new Session(
                pid,
                leaderPid,
                backendType,
                database,
                user,
                application,
                client,
                tls,
                backendStart,
                xactStart,
                queryStart,
                stateChange,
                state,
                waitEventType,
                waitEvent,
                xid,
                xidAge,
                xminAge,
                queryId,
                text,
                blockedBy,
                hidden);
    }

    private static @Nullable Duration since(@Nullable Instant start, Instant now) {
        if (start == null) {
            return null;
        }
        Duration age = Duration.between(start, now);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
