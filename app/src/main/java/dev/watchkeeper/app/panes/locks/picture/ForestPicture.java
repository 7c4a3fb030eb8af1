package dev.watchkeeper.app.panes.locks.picture;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.graph.Graph;
import dev.watchkeeper.app.controls.graph.GraphEdge;
import dev.watchkeeper.app.controls.graph.GraphNode;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.postgres.locks.BlockingForest;
import dev.watchkeeper.postgres.locks.Edge;
import dev.watchkeeper.postgres.locks.Member;
import dev.watchkeeper.postgres.locks.Party;
import dev.watchkeeper.postgres.locks.Wait;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A blocking forest as a graph that one can read, from the root blockers at the left to those at the end of their
 * queues. Immutable.
 *
 * @param piles which members each node stands for, by the node's id
 */
public record ForestPicture(Graph graph, Map<String, Pile> piles) {
    private static final List<String> COLUMNS = List.of("HOLDS", "WAITS FOR IT", "BEHIND");

    /** Everything that can be folded is folded. */
    public static ForestPicture of(BlockingForest forest, Instant now, ZoneId zone) {
        return of(forest, DrawnQueue.of(forest), forest.roots(now), new MemberText(now, zone), Map.of());
    }

    /**
     * Draws a forest.
     *
     * @param roots in the order in which they shall stand below one another
     * @param unfolded for the ids of piles: how many more of it shall stand alone
     */
    public static ForestPicture of(
            BlockingForest forest,
            DrawnQueue queue,
            List<BlockingForest.Root> roots,
            MemberText text,
            Map<String, Integer> unfolded) {
        return new Draft(forest, queue, text, roots, new Folding(forest, queue, unfolded).piles()).picture();
    }

    /** The node that stands for this member. */
    public Optional<String> nodeOf(Party party) {
        String alone = Pile.id(party);
        if (piles.containsKey(alone)) {
            return Optional.of(alone);
        }
        return piles.values().stream()
                .filter(pile -> pile.members().contains(party))
                .map(Pile::id)
                .findFirst();
    }

    /** A picture in the making. */
    private static final class Draft {
        private final BlockingForest forest;
        private final DrawnQueue queue;
        private final MemberText text;
        private final Map<Party, Integer> heldBack = new HashMap<>();
        private final Map<Party, Pile> pileOf = new HashMap<>();
        private final Map<String, Pile> piles = new LinkedHashMap<>();
        private final Map<String, Set<String>> labelled = new HashMap<>();

        Draft(
                BlockingForest forest,
                DrawnQueue queue,
                MemberText text,
                List<BlockingForest.Root> roots,
                List<Pile> made) {
            this.forest = forest;
            this.queue = queue;
            this.text = text;
            roots.forEach(root -> heldBack.put(root.party(), root.holdsBack()));
            made.forEach(pile -> pile.members().forEach(party -> pileOf.put(party, pile)));
            order(roots, made);
        }

        /** From the worst root along the queues, then the next root; whoever is left comes last. */
        private void order(List<BlockingForest.Root> roots, List<Pile> made) {
            Deque<Pile> next = new ArrayDeque<>();
            for (BlockingForest.Root root : roots) {
                take(root.party(), next);
                while (!next.isEmpty()) {
                    for (Party member : next.remove().members()) {
                        queue.waitersFor(member).stream()
                                .sorted(Comparator.comparing(this::begin))
                                .forEach(waiter -> take(waiter, next));
                    }
                }
            }
            made.forEach(pile -> piles.putIfAbsent(pile.id(), pile));
        }

        private void take(Party party, Deque<Pile> next) {
            Pile pile = pileOf.get(party);
            if (pile != null && piles.putIfAbsent(pile.id(), pile) == null) {
                next.add(pile);
            }
        }

        private Instant begin(Party party) {
            Wait awaits = forest.member(party).map(Member::awaits).orElse(null);
            return awaits == null || awaits.since() == null ? Instant.MAX : awaits.since();
        }

        ForestPicture picture() {
            List<GraphNode> nodes = new ArrayList<>();
            for (Pile pile : piles.values()) {
                forest.member(pile.members().getFirst()).ifPresent(first -> nodes.add(node(pile, first)));
            }
            return new ForestPicture(new Graph(nodes, edges(), COLUMNS), Map.copyOf(piles));
        }

        private GraphNode node(Pile pile, Member first) {
            boolean blocks = queue.isBlocker(first.party());
            Tone tone = !blocks ? Tone.NEUTRAL : first.isWaiting() ? Tone.AMBER : Tone.RED;
            if (pile.isSingle()) {
                int holdsBack = heldBack.getOrDefault(
                        first.party(), queue.waitersFor(first.party()).size());
                return new GraphNode(
                        pile.id(),
                        text.title(first),
                        text.subtitle(first, blocks),
                        text.story(first, holdsBack),
                        tone,
                        false);
            }
            String title = "+ " + Sizes.of(pile.members().size(), "session", "sessions");
            Wait awaits = first.awaits();
            String subtitle = awaits == null ? "hold it back as well" : MemberText.common(awaits);
            String story = title + "\n" + (awaits == null ? subtitle : "Wait for " + MemberText.wanted(awaits))
                    + "\nClick or press Enter to see more of them";
            return new GraphNode(pile.id(), title, subtitle, story, tone, true);
        }

        /** One edge for each pair of cards; dashed if all that it stands for are soft. */
        private List<GraphEdge> edges() {
            Map<List<String>, GraphEdge> edges = new LinkedHashMap<>();
            for (Pile pile : piles.values()) {
                for (Party waiter : pile.members()) {
                    queue.blockersOf(waiter).forEach(edge -> add(edge, pile, edges));
                }
            }
            return edges.values().stream().map(this::labelledOnce).toList();
        }

        private void add(Edge edge, Pile to, Map<List<String>, GraphEdge> edges) {
            Pile from = pileOf.get(edge.blocker());
            if (from == null || from.equals(to)) {
                return;
            }
            Wait awaits = forest.member(edge.waiter()).map(Member::awaits).orElse(null);
            String word = edge.soft() || awaits == null ? "" : awaits.what().word();
            GraphEdge drawn = new GraphEdge(from.id(), to.id(), word, edge.soft());
            edges.merge(List.of(from.id(), to.id()), drawn, (old, fresh) -> old.dashed() ? fresh : old);
        }

        /** Where several edges that say the same leave a card, only the first one says it. */
        private GraphEdge labelledOnce(GraphEdge edge) {
            boolean first =
                    labelled.computeIfAbsent(edge.from(), id -> new HashSet<>()).add(edge.label());
            return first ? edge : new GraphEdge(edge.from(), edge.to(), "", edge.dashed());
        }
    }
}
