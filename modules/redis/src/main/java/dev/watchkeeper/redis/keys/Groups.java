package dev.watchkeeper.redis.keys;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keys by pattern and type. Names that have nothing in common don't fill the memory: what is too many goes into one group. */
final class Groups {
    private static final int MOST = 2000;
    private static final String OTHERS = "…";

    private record Kind(String pattern, String type) {}

    private final Map<Kind, KeyGroup> groups = new LinkedHashMap<>();

    void add(KeyGroup one) {
        Kind kind = new Kind(one.pattern(), one.type());
        boolean room = groups.containsKey(kind) || groups.size() < MOST;
        KeyGroup counted =
                room ? one : new KeyGroup(OTHERS, "", one.keys(), one.bytes(), one.expiring(), one.largest());
        groups.merge(room ? kind : new Kind(OTHERS, ""), counted, KeyGroup::plus);
    }

    List<KeyGroup> list() {
        List<KeyGroup> list = new ArrayList<>(groups.values());
        list.sort(Comparator.comparingLong(KeyGroup::bytes).reversed().thenComparing(KeyGroup::pattern));
        return list;
    }
}
