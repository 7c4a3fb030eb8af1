package dev.watchkeeper.postgres.replication.discovery;

import dev.watchkeeper.postgres.replication.member.Sender;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a role may see neither a walsender's address nor a standby's upstream, and there is no slot and no name to tell:
 * who is left over on both sides. Only what can't be otherwise is told.
 */
final class Remaining {
    private final Map<String, Deque<Sender>> senders = new LinkedHashMap<>();
    private final Map<String, Map<Sender, Sighting>> found = new LinkedHashMap<>();

    /** Walsenders of a member of which nobody knows whom they serve. */
    void unserving(Sighting upstream, List<Sender> left) {
        if (!left.isEmpty()) {
            senders.put(
                    upstream.id(),
                    new ArrayDeque<>(left.stream()
                            .sorted(Comparator.comparingInt(Sender::pid))
                            .toList()));
        }
    }

    /** @param standbys that receive WAL, and of which nobody knows from whom */
    void assign(List<Sighting> standbys) {
        Deque<Sighting> open = new ArrayDeque<>(standbys);
        for (int inVain = 0; !open.isEmpty() && inVain < open.size(); inVain++) {
            Sighting standby = open.removeFirst();
            List<String> upstreams = senders.keySet().stream()
                    .filter(id -> !id.equals(standby.id()))
                    .toList();
            if (upstreams.size() == 1) {
                take(upstreams.getFirst(), standby);
                inVain = -1;
            } else {
                open.addLast(standby);
            }
        }
    }

    private void take(String upstream, Sighting standby) {
        Deque<Sender> left = senders.getOrDefault(upstream, new ArrayDeque<>());
        found.computeIfAbsent(upstream, id -> new LinkedHashMap<>()).put(left.removeFirst(), standby);
        if (left.isEmpty()) {
            senders.remove(upstream);
        }
    }

    Map<Sender, Sighting> of(Sighting upstream) {
        return found.getOrDefault(upstream.id(), Map.of());
    }
}
