package dev.watchkeeper.app.panes.replication.drawing;

import java.util.List;

/**
 * A server with those who follow it, and no other, in the drawing.
 *
 * @param edges that lead from whom it follows to it; empty for the root of a tree
 * @param beside those who have a copy of all of it
 * @param below those who take some of it
 */
record Branch(String id, List<String> edges, List<Branch> beside, List<Branch> below) {
    Branch {
        edges = List.copyOf(edges);
        beside = List.copyOf(beside);
        below = List.copyOf(below);
    }

    /** All who follow it. */
    List<Branch> followers() {
        return java.util.stream.Stream.concat(beside.stream(), below.stream()).toList();
    }

    boolean isAlone() {
        return beside.isEmpty() && below.isEmpty();
    }
}
