package dev.watchkeeper.app.panes.locks.picture;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.kernel.sql.Verb;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.locks.BlockingForest;
import dev.watchkeeper.postgres.locks.Freed;
import dev.watchkeeper.postgres.locks.Member;
import dev.watchkeeper.postgres.locks.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What ending one member of the forest would do, for a person who decides about it.
 *
 * @param title {@code Ending it frees 299 sessions.}
 * @param text what comes next, who goes on waiting, and what is lost; one sentence after the other
 */
public record Consequence(Tone tone, String title, String text) {
    private static final int NAMED = 3;

    /** Speaks of what is known at this moment; a statement that is set free may take long. */
    public static Consequence of(BlockingForest forest, Member member, Instant now) {
        Freed freed = forest.freedBy(member.party());
        Set<Party> held = forest.heldBackBy(member.party());
        held.remove(member.party());
        List<String> sentences = new ArrayList<>();
        next(forest, freed, sentences);
        still(forest, member.party(), freed, sentences);
        sentences.add(lost(member, now));
        return new Consequence(tone(freed, held), title(freed, held), String.join(" ", sentences));
    }

    private static Tone tone(Freed freed, Set<Party> held) {
        if (held.isEmpty()) {
            return Tone.NEUTRAL;
        }
        return freed.inTurn().isEmpty() ? Tone.AMBER : Tone.GREEN;
    }

    private static String title(Freed freed, Set<Party> held) {
        if (held.isEmpty()) {
            return "Nobody waits for it.";
        }
        int inTurn = freed.inTurn().size();
        return inTurn == 0 ? "Ending it frees nobody." : "Ending it frees " + sessions(inTurn) + ".";
    }

    /** Who gets its lock first, and holds back the others meanwhile. */
    private static void next(BlockingForest forest, Freed freed, List<String> sentences) {
        int others = freed.inTurn().size() - freed.atOnce().size();
        if (others <= 0) {
            if (freed.atOnce().size() > 1) {
                sentences.add("All of them get their lock at once.");
            }
            return;
        }
        // by those directly behind it: this runs at every tick, and must not walk the whole queue for each of many
        Party heir = freed.atOnce().stream()
                .max(Comparator.<Party>comparingInt(
                                party -> forest.waitersFor(party).size())
                        .thenComparing(Comparator.reverseOrder()))
                .orElse(null);
        if (heir == null) {
            sentences.add("They get their locks one after the other.");
            return;
        }
        Set<Party> behind = forest.heldBackBy(heir);
        behind.retainAll(freed.inTurn());
        behind.remove(heir);
        String verb = forest.member(heir).map(one -> Verb.of(one.query())).orElse("");
        String until = verb.isEmpty() ? "until it is done" : "until its " + verb + " is done";
        String besides =
                freed.atOnce().size() == 1 ? "" : " with " + (freed.atOnce().size() - 1) + " others";
        sentences.add(heir.label() + " then gets its lock" + besides + " and holds back "
                + (behind.size() == others ? "the " : "") + Sizes.count(behind.size()) + " "
                + (behind.size() == others ? "others " : "of them ") + until + ".");
    }

    private static void still(BlockingForest forest, Party ended, Freed freed, List<String> sentences) {
        if (freed.stillWaiting().isEmpty()) {
            return;
        }
        Set<Party> others = new HashSet<>();
        for (Party party : freed.stillWaiting()) {
            forest.blockersOf(party).stream()
                    .map(edge -> edge.blocker())
                    .filter(blocker -> !blocker.equals(ended)
                            && !freed.inTurn().contains(blocker)
                            && !freed.stillWaiting().contains(blocker))
                    .forEach(others::add);
        }
        String whom = others.isEmpty()
                ? "one another"
                : others.stream().sorted().limit(NAMED).map(Party::label).collect(Collectors.joining(", "))
                        + (others.size() > NAMED ? " and " + (others.size() - NAMED) + " more" : "");
        sentences.add(sessions(freed.stillWaiting().size()) + " would still wait for " + whom + ".");
    }

    private static String lost(Member member, Instant now) {
        if (member.party().isPrepared()) {
            return "What was prepared is undone for good, whatever its coordinator has promised.";
        }
        if (!member.wrote()) {
            return "Nothing is rolled back: it has written nothing.";
        }
        String age = member.xactStart() == null ? "" : " of " + Spans.words(member.xactAge(now));
        return "What it wrote in its transaction" + age + " is rolled back.";
    }

    static String sessions(int count) {
        return Sizes.of(count, "session", "sessions");
    }
}
