package dev.watchkeeper.app.controls.graph;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Steps in a drawing that has no columns: to what stands nearest in that direction, card or edge. */
final class FreeSteps implements Steps {
    /** Sideways counts for more than ahead. */
    private static final double ASTRAY = 2.5;

    private final SequencedMap<String, Point> places = new LinkedHashMap<>();

    FreeSteps(GraphLayout layout) {
        layout.placed().forEach((id, card) -> places.put(id, card.box().middle()));
        for (Route route : layout.routes()) {
            if (route.edge().selectable()) {
                places.put(route.edge().id(), route.label());
            }
        }
    }

    @Override
    public Optional<String> first() {
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(places.firstEntry().getKey());
    }

    @Override
    public Optional<String> right(String from) {
        return towards(from, 1, 0);
    }

    @Override
    public Optional<String> left(String from) {
        return towards(from, -1, 0);
    }

    @Override
    public Optional<String> down(String from) {
        return towards(from, 0, 1);
    }

    @Override
    public Optional<String> up(String from) {
        return towards(from, 0, -1);
    }

    /** Cards in the graph's order, and then the edges: so that everything can be reached. */
    @Override
    public Optional<String> turn(String from, boolean onwards) {
        List<String> all = List.copyOf(places.keySet());
        int next = all.indexOf(from) + (onwards ? 1 : -1);
        return next < 0 || next >= all.size() ? Optional.empty() : Optional.of(all.get(next));
    }

    private Optional<String> towards(String from, int dx, int dy) {
        Point at = places.get(from);
        if (at == null) {
            return Optional.empty();
        }
        return places.entrySet().stream()
                .filter(entry -> ahead(at, entry.getValue(), dx, dy) > 2)
                .min(Comparator.comparingDouble(entry -> far(at, entry.getValue(), dx, dy)))
                .map(Map.Entry::getKey);
    }

    private static double ahead(Point from, Point to, int dx, int dy) {
        return (to.x() - from.x()) * dx + (to.y() - from.y()) * dy;
    }

    private static double far(Point from, Point to, int dx, int dy) {
        double aside = Math.abs((to.x() - from.x()) * dy) + Math.abs((to.y() - from.y()) * dx);
        return ahead(from, to, dx, dy) + ASTRAY * aside;
    }
}
