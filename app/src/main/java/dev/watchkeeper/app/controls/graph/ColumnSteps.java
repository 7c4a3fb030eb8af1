package dev.watchkeeper.app.controls.graph;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Steps in a graph of columns: sideways along its edges, up and down within a column. */
final class ColumnSteps implements Steps {
    private final GraphLayout layout;

    ColumnSteps(GraphLayout layout) {
        this.layout = layout;
    }

    @Override
    public Optional<String> first() {
        return layout.placed().values().stream()
                .min(Comparator.comparingInt(Placed::column).thenComparingDouble(Placed::y))
                .map(card -> card.node().id());
    }

    /** Along an edge, to the nearest of those that it leads to. */
    @Override
    public Optional<String> right(String from) {
        return nearest(from, follow(edge -> edge.from().equals(from), true));
    }

    /** Against an edge, to the nearest of those that it comes from. */
    @Override
    public Optional<String> left(String from) {
        return nearest(from, follow(edge -> edge.to().equals(from), false));
    }

    @Override
    public Optional<String> down(String from) {
        return layout.place(from).flatMap(at -> nearest(from, column(at, other -> other.y() > at.y())));
    }

    @Override
    public Optional<String> up(String from) {
        return layout.place(from).flatMap(at -> nearest(from, column(at, other -> other.y() < at.y())));
    }

    @Override
    public Optional<String> turn(String from, boolean onwards) {
        List<String> all = List.copyOf(layout.placed().keySet());
        int next = all.indexOf(from) + (onwards ? 1 : -1);
        return next < 0 || next >= all.size() ? Optional.empty() : Optional.of(all.get(next));
    }

    private Collection<Placed> follow(Predicate<GraphEdge> which, boolean forward) {
        return layout.graph().edges().stream()
                .filter(which)
                .flatMap(edge -> layout.place(forward ? edge.to() : edge.from()).stream())
                .toList();
    }

    private Collection<Placed> column(Placed from, Predicate<Placed> which) {
        return layout.placed().values().stream()
                .filter(other -> other.column() == from.column() && which.test(other))
                .toList();
    }

    private Optional<String> nearest(String from, Collection<Placed> among) {
        return layout.place(from)
                .flatMap(at -> among.stream()
                        .min(Comparator.comparingDouble(other -> Math.abs(other.y() - at.y())))
                        .map(card -> card.node().id()));
    }
}
