package dev.watchkeeper.postgres.locks;

import dev.watchkeeper.kernel.sql.Verb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * When something began.
 *
 * @param party with whom
 * @param what in words: {@code begins with 40318}, {@code 41002 holds back 12}, {@code ALTER TABLE queues}
 */
public record Onset(Instant at, Party party, String what) {
    /** So many must be behind a newcomer before it is worth a mark on the time line. */
    private static final int WORTH_A_MARK = 3;

    static List<Onset> between(BlockingForest before, BlockingForest now, Instant at) {
        List<BlockingForest.Root> roots = now.roots(at);
        if (roots.isEmpty()) {
            return List.of();
        }
        if (before.isEmpty()) {
            Party first = roots.getFirst().party();
            return List.of(new Onset(at, first, "begins with " + first.label()));
        }
        List<Onset> onsets = new ArrayList<>();
        Set<Party> known = new HashSet<>();
        before.members().stream().map(Member::party).forEach(known::add);
        for (BlockingForest.Root root : roots) {
            if (!known.contains(root.party()) && root.holdsBack() >= WORTH_A_MARK) {
                onsets.add(new Onset(at, root.party(), root.party().label() + " holds back " + root.holdsBack()));
            }
        }
        for (Member member : now.members()) {
            boolean inTheMiddle =
                    member.isWaiting() && now.waitersFor(member.party()).size() >= WORTH_A_MARK;
            if (inTheMiddle && before.waitersFor(member.party()).size() < WORTH_A_MARK) {
                onsets.add(new Onset(at, member.party(), verb(member) + " queues"));
            }
        }
        return onsets;
    }

    private static String verb(Member member) {
        String verb = Verb.of(member.query());
        return verb.isEmpty() ? member.party().label() : verb;
    }
}
