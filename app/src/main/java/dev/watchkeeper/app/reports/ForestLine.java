package dev.watchkeeper.app.reports;

import dev.watchkeeper.postgres.locks.BlockingForest;
import dev.watchkeeper.postgres.locks.Edge;
import dev.watchkeeper.postgres.locks.Member;
import dev.watchkeeper.postgres.locks.Party;
import dev.watchkeeper.postgres.locks.Wait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One member of a blocking forest in reading order: root blockers by what they hold back, below each those who wait for it.
 *
 * @param depth 0 for a root blocker
 * @param behind for whom it waits, as it hangs below that one; its own party for a root
 * @param soft whether it waits only behind that one in the queue
 */
public record ForestLine(Member member, int depth, Party behind, boolean soft) {
    /** Every member once: below the first of its blockers that is reached. */
    public static List<ForestLine> of(BlockingForest forest, Instant now) {
        List<ForestLine> lines = new ArrayList<>();
        Set<Party> seen = new HashSet<>();
        for (BlockingForest.Root root : forest.roots(now)) {
            forest.member(root.party())
                    .filter(member -> seen.add(member.party()))
                    .ifPresent(member ->
                            descend(forest, now, new ForestLine(member, 0, member.party(), false), seen, lines));
        }
        forest.members().stream()
                .filter(member -> seen.add(member.party()))
                .forEach(member -> lines.add(new ForestLine(member, 0, member.party(), false)));
        return lines;
    }

    private static void descend(
            BlockingForest forest, Instant now, ForestLine line, Set<Party> seen, List<ForestLine> lines) {
        lines.add(line);
        List<ForestLine> below = new ArrayList<>();
        for (Edge edge : forest.waitersFor(line.member().party())) {
            forest.member(edge.waiter())
                    .filter(member -> seen.add(member.party()))
                    .ifPresent(
                            member -> below.add(new ForestLine(member, line.depth() + 1, edge.blocker(), edge.soft())));
        }
        below.sort(Comparator.comparing((ForestLine one) -> waitsSince(one.member(), now))
                .thenComparing(one -> one.member().party()));
        below.forEach(one -> descend(forest, now, one, seen, lines));
    }

    private static Instant waitsSince(Member member, Instant now) {
        Wait wait = member.awaits();
        return wait == null || wait.since() == null ? now : wait.since();
    }
}
