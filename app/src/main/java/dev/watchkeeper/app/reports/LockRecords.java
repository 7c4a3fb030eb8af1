package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.postgres.locks.BlockingForest;
import dev.watchkeeper.postgres.locks.Edge;
import dev.watchkeeper.postgres.locks.Member;
import dev.watchkeeper.postgres.locks.Wait;
import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The blocking forest as data: one row for each session or prepared transaction in it. */
public final class LockRecords {
    private static final List<String> KEYS = List.of(
            "pid",
            "gid",
            "blocked_by",
            "soft_blocked_by",
            "lock",
            "locktype",
            "mode",
            "granted",
            "waitstart",
            "wait_ms",
            "frees",
            "frees_at_once",
            "still_waiting",
            "holds",
            "usename",
            "datname",
            "application_name",
            "client_addr",
            "backend_start",
            "xact_start",
            "xact_age_ms",
            "state",
            "wait_event_type",
            "wait_event",
            "query");

    private LockRecords() {}

    /** Every member once, root blockers first, each followed by those who wait for it. */
    public static Records of(Snapshot<BlockingForest> snapshot) {
        BlockingForest forest = snapshot.value();
        Instant now = snapshot.takenAt();
        return new Records(
                KEYS,
                ForestLine.of(forest, now).stream()
                        .map(line -> row(line.member(), forest, now))
                        .toList());
    }

    private static SequencedMap<String, @Nullable Object> row(Member member, BlockingForest forest, Instant now) {
        Records.Row row = new Records.Row()
                .with("pid", member.party().pid())
                .with("gid", member.party().isPrepared() ? member.party().gid() : null)
                .with("blocked_by", blockers(member, forest, edge -> true))
                .with("soft_blocked_by", blockers(member, forest, Edge::soft));
        lock(row, member, now);
        var freed = forest.freedBy(member.party());
        row.with("frees", freed.inTurn().size())
                .with("frees_at_once", freed.atOnce().size())
                .with("still_waiting", freed.stillWaiting().size())
                .with("holds", member.holds().stream().map(LockRecords::held).toList());
        return session(row, member, now).values();
    }

    private static void lock(Records.Row row, Member member, Instant now) {
        Wait awaits = member.awaits();
        Member.Held held = member.holds().isEmpty() ? null : member.holds().getFirst();
        var what = awaits != null ? awaits.what() : held != null ? held.what() : null;
        var mode = awaits != null ? awaits.mode() : held != null ? held.mode() : null;
        row.with("lock", what == null ? null : what.name())
                .with("locktype", what == null ? null : what.type())
                .with("mode", mode == null ? null : mode.label())
                .with("granted", awaits == null)
                .with("waitstart", awaits == null ? null : awaits.since())
                .with("wait_ms", awaits == null ? null : awaits.lasts(now).toMillis());
    }

    private static Records.Row session(Records.Row row, Member member, Instant now) {
        String state = member.state().label();
        return row.with("usename", member.user())
                .with("datname", member.database())
                .with("application_name", member.application())
                .with("client_addr", "local".equals(member.client()) ? null : member.client())
                .with("backend_start", member.backendStart())
                .with("xact_start", member.xactStart())
                .with(
                        "xact_age_ms",
                        member.xactStart() == null ? null : member.xactAge(now).toMillis())
                .with("state", state.isEmpty() ? null : state)
                .with("wait_event_type", member.waitEventType())
                .with("wait_event", member.waitEvent())
                .with("query", member.query());
    }

    private static SequencedMap<String, @Nullable Object> held(Member.Held held) {
        return new Records.Row()
                .with("lock", held.what().name())
                .with("locktype", held.what().type())
                .with("mode", held.mode().label())
                .values();
    }

    private static List<Integer> blockers(Member member, BlockingForest forest, Predicate<Edge> which) {
        return forest.blockersOf(member.party()).stream()
                .filter(which)
                .map(edge -> edge.blocker().pid())
                .distinct()
                .sorted()
                .toList();
    }
}
