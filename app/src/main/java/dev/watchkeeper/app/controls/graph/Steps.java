package dev.watchkeeper.app.controls.graph;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/** Where the arrow keys lead to in a graph. */
final class Steps {
    private final GraphLayout layout;

    Steps(GraphLayout layout) {
        this.layout = layout;
    }

    /** The first card to begin with. */
    Optional<Placed> first() {
        return layout.placed().values().stream()
                .min(Comparator.comparingInt(Placed::column).thenComparingDouble(Placed::y));
    }

    /** Along an edge, to the nearest of those that it leads to. */
    Optional<Placed> right(Placed from) {
        return nearest(from, follow(edge -> edge.from().equals(from.node().id()), true));
    }

    /** Against an edge, to the nearest of those that it comes from. */
    Optional<Placed> left(Placed from) {
        return nearest(from, follow(edge -> edge.to().equals(from.node().id()), false));
    }

    Optional<Placed> down(Placed from) {
        return nearest(from, column(from, other -> other.y() > from.y()));
    }

    Optional<Placed> up(Placed from) {
        return nearest(from, column(from, other -> other.y() < from.y()));
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

    private static Optional<Placed> nearest(Placed from, Collection<Placed> among) {
        return among.stream().min(Comparator.comparingDouble(other -> Math.abs(other.y() - from.y())));
    }
}
