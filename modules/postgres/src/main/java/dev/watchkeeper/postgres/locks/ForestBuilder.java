package dev.watchkeeper.postgres.locks;

import dev.watchkeeper.postgres.sessions.SessionState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Makes the forest out of one instant's contended locks. */
final class ForestBuilder {
    private final Collection<LockRow> rows;
    private final Function<LockRow, Party> partyOf;
    private final IntFunction<Activity> activityOf;

    ForestBuilder(Collection<LockRow> rows, Function<LockRow, Party> partyOf, IntFunction<Activity> activityOf) {
        this.rows = rows;
        this.partyOf = partyOf;
        this.activityOf = activityOf;
    }

    BlockingForest build() {
        Map<String, LockQueue> queues = new LinkedHashMap<>();
        Map<Party, List<LockRow>> rowsOf = new HashMap<>();
        for (LockRow row : rows) {
            Party party = partyOf.apply(row);
            queues.computeIfAbsent(row.what().key(), tag -> new LockQueue()).add(row, party);
            rowsOf.computeIfAbsent(party, one -> new ArrayList<>()).add(row);
        }
        List<Edge> edges = new ArrayList<>();
        Set<Party> parties = new HashSet<>();
        for (LockQueue queue : queues.values()) {
            edges.addAll(queue.edges());
        }
        for (Edge edge : edges) {
            parties.add(edge.waiter());
            parties.add(edge.blocker());
        }
        return new BlockingForest(
                parties.stream()
                        .map(party -> member(party, rowsOf.getOrDefault(party, List.of())))
                        .toList(),
                edges);
    }

    private Member member(Party party, List<LockRow> own) {
        Wait awaits = null;
        List<Member.Held> holds = new ArrayList<>();
        for (LockRow row : own) {
            if (row.granted()) {
                holds.add(new Member.Held(row.what(), row.mode()));
            } else if (awaits == null) {
                awaits = new Wait(row.what(), row.mode(), row.since());
            }
        }
        if (party.isPrepared()) {
            return prepared(party, holds, own);
        }
        Activity activity = activityOf.apply(party.pid());
        return new Member(
                party,
                awaits,
                holds,
                activity.user(),
                activity.database(),
                activity.application(),
                activity.client(),
                activity.state(),
                activity.waitEventType(),
                activity.waitEvent(),
                activity.backendStart(),
                activity.xactStart(),
                activity.queryStart(),
                activity.stateChange(),
                activity.wrote(),
                activity.query());
    }

    private static Member prepared(Party party, List<Member.Held> holds, List<LockRow> own) {
        LockRow row = own.getFirst();
        return new Member(
                party,
                null,
                holds,
                row.owner(),
                row.database(),
                "",
                null,
                SessionState.NONE,
                null,
                null,
                null,
                row.prepared(),
                null,
                null,
                true,
                "");
    }
}
