package dev.watchkeeper.postgres.plans.tree;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tables that are read, or joined, in another way. */
final class AccessChanges {
    private final Set<String> gone;

    /** @param gone indexes that don't exist any more */
    AccessChanges(Set<String> gone) {
        this.gone = Set.copyOf(gone);
    }

    List<PlanChange> of(NodePairs pairs) {
        List<PlanChange> changes = new ArrayList<>();
        for (NodePairs.Pair pair : pairs.all()) {
            if (pair.b().isScan() && pair.b().relation().isPresent()) {
                access(pair.a(), pair.b()).ifPresent(changes::add);
            } else if (pair.b().isJoin()) {
                join(pair.a(), pair.b()).ifPresent(changes::add);
            }
        }
        return changes;
    }

    private Optional<PlanChange> access(PlanNode a, PlanNode b) {
        Set<String> before = indexes(a);
        Set<String> now = indexes(b);
        if (way(a).equals(way(b))) {
            return Optional.empty();
        }
        boolean lost = !before.isEmpty() && now.isEmpty();
        String missing = before.stream()
                .filter(index -> !now.contains(index))
                .map(index -> gone.contains(index)
                        ? "The index " + index + " does not exist any more."
                        : "The index " + index + " is still there.")
                .collect(Collectors.joining(" "));
        return Optional.of(new PlanChange(
                a.id(),
                b.id(),
                PlanChange.Kind.ACCESS,
                lost || before.stream().anyMatch(gone::contains),
                b.relation().orElse("") + ": " + way(b) + " instead of " + way(a) + ".",
                missing));
    }

    private static Optional<PlanChange> join(PlanNode a, PlanNode b) {
        String before = NodeTitle.doing(a);
        String now = NodeTitle.doing(b);
        return before.equals(now)
                ? Optional.empty()
                : Optional.of(new PlanChange(
                        a.id(), b.id(), PlanChange.Kind.JOIN, false, now + " instead of " + before + ".", ""));
    }

    /** {@code Index Scan using orders_pkey}. */
    static String way(PlanNode node) {
        Set<String> indexes = indexes(node);
        return NodeTitle.doing(node) + (indexes.isEmpty() ? "" : " using " + String.join(", ", indexes));
    }

    /** Its own, and those of the bitmaps below it. */
    private static Set<String> indexes(PlanNode node) {
        Set<String> indexes = new LinkedHashSet<>();
        node.all()
                .filter(one -> one.id() == node.id() || one.type().startsWith("Bitmap"))
                .forEach(one -> one.index().ifPresent(indexes::add));
        return indexes;
    }
}
