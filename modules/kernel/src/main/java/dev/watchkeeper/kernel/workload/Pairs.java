package dev.watchkeeper.kernel.workload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds which statement of A is which of B: by id; what is left over by database, role, level and text. Several of one
 * text, as after a table was made anew, count as one under the id of the first.
 */
final class Pairs {
    private record Likeness(String database, String role, boolean topLevel, String text) {}

    private final Map<StatementId, StatementFigures> before;
    private final Map<StatementId, StatementFigures> after;
    private final Map<QueryRef, String> texts;

    private Pairs(Workload before, Workload after, Map<QueryRef, String> texts) {
        this.before = figures(before);
        this.after = figures(after);
        this.texts = texts;
    }

    static List<Pair> of(Workload before, Workload after, Map<QueryRef, String> texts) {
        return new Pairs(before, after, texts).all();
    }

    private List<Pair> all() {
        List<Pair> pairs = new ArrayList<>();
        for (Map.Entry<StatementId, StatementFigures> one : List.copyOf(after.entrySet())) {
            StatementFigures was = before.remove(one.getKey());
            if (was != null) {
                after.remove(one.getKey());
                pairs.add(new Pair(one.getKey(), one.getKey(), was, one.getValue()));
            }
        }
        byText(pairs);
        after.forEach((id, figures) -> pairs.add(new Pair(id, id, StatementFigures.NONE, figures)));
        before.forEach((id, figures) -> pairs.add(new Pair(id, id, figures, StatementFigures.NONE)));
        return pairs;
    }

    private void byText(List<Pair> pairs) {
        Map<Likeness, List<StatementId>> left = alike(before);
        alike(after).forEach((likeness, ids) -> {
            List<StatementId> former = left.get(likeness);
            if (former != null) {
                pairs.add(new Pair(ids.getFirst(), former.getFirst(), take(before, former), take(after, ids)));
            }
        });
    }

    private Map<Likeness, List<StatementId>> alike(Map<StatementId, StatementFigures> side) {
        Map<Likeness, List<StatementId>> found = new LinkedHashMap<>();
        for (StatementId id : side.keySet()) {
            Likeness likeness = likeness(id);
            if (likeness != null) {
                found.computeIfAbsent(likeness, key -> new ArrayList<>()).add(id);
            }
        }
        return found;
    }

    private @Nullable Likeness likeness(StatementId id) {
        String text = texts.getOrDefault(QueryRef.of(id), "");
        return text.isBlank() ? null : new Likeness(id.database(), id.role(), id.topLevel(), text);
    }

    private static StatementFigures take(Map<StatementId, StatementFigures> side, List<StatementId> ids) {
        StatementFigures sum = StatementFigures.NONE;
        for (StatementId id : ids) {
            StatementFigures figures = side.remove(id);
            sum = figures == null ? sum : sum.plus(figures);
        }
        return sum;
    }

    private static Map<StatementId, StatementFigures> figures(Workload workload) {
        Map<StatementId, StatementFigures> figures = new LinkedHashMap<>();
        workload.uses().forEach(use -> figures.merge(use.id(), use.figures(), StatementFigures::plus));
        return figures;
    }
}
