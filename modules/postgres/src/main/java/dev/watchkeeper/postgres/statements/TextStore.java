package dev.watchkeeper.postgres.statements;

import dev.watchkeeper.kernel.workload.QueryRef;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts that came over already, so that each comes once; those that were not used for longest go first. For one thread. */
final class TextStore {
    private final long mostCharacters;
    private final Map<QueryRef, String> known = new LinkedHashMap<>(16, 0.75f, true);
    private long characters;

    TextStore(long mostCharacters) {
        this.mostCharacters = mostCharacters;
    }

    @Nullable
    String find(QueryRef query) {
        return known.get(query);
    }

    boolean knows(QueryRef query) {
        return known.containsKey(query);
    }

    void learn(QueryRef query, String text) {
        String old = known.put(query, text);
        characters += text.length() - (old == null ? 0 : old.length());
        Iterator<String> oldest = known.values().iterator();
        while (characters > mostCharacters && known.size() > 1) {
            characters -= oldest.next().length();
            oldest.remove();
        }
    }
}
