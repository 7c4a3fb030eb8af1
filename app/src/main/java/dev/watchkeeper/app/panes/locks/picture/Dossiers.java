package dev.watchkeeper.app.panes.locks.picture;

import dev.watchkeeper.app.panes.locks.picture.Dossier.Fact;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.locks.BlockingForest;
import dev.watchkeeper.postgres.locks.Edge;
import dev.watchkeeper.postgres.locks.LockMode;
import dev.watchkeeper.postgres.locks.Member;
import dev.watchkeeper.postgres.locks.Party;
import dev.watchkeeper.postgres.locks.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Writes dossiers about the members of one forest. */
public final class Dossiers {
    private static final int LINES = 3;
    private final BlockingForest forest;
    private final DrawnQueue queue;
    private final MemberText text;

    public Dossiers(BlockingForest forest, DrawnQueue queue, MemberText text) {
        this.forest = forest;
        this.queue = queue;
        this.text = text;
    }

    /** About one of the forest. */
    public Dossier about(Member member) {
        List<Fact> facts = new ArrayList<>();
        facts.add(transaction(member));
        waits(member, facts);
        lines("Holds", member.holds().stream().map(Dossiers::held).toList(), facts);
        lines("In the way of", inTheWay(member.party()), facts);
        queueBehind(member.party(), facts);
        return new Dossier(
                member.party().label(),
                member.party().isPrepared() ? "prepared" : member.state().badge(),
                Objects.requireNonNullElse(member.waitEvent(), ""),
                text.identity(member),
                facts,
                member.query(),
                Optional.of(Consequence.of(forest, member, text.now())),
                Optional.of(member));
    }

    /** About several in the same position. */
    public Optional<Dossier> about(Pile pile) {
        return forest.member(pile.members().getFirst()).map(first -> aboutPile(pile, first));
    }

    private Dossier aboutPile(Pile pile, Member first) {
        Wait awaits = first.awaits();
        List<Fact> facts = new ArrayList<>();
        if (awaits != null) {
            facts.add(new Fact("Wait for", MemberText.wanted(awaits)));
            facts.add(new Fact("The longest", Spans.words(awaits.lasts(text.now()))));
            lines("Behind", ahead(first.party()), facts);
        } else {
            lines("In the way of", inTheWay(first.party()), facts);
        }
        Map<String, Integer> users = new LinkedHashMap<>();
        pile.members().stream()
                .flatMap(party -> forest.member(party).stream())
                .forEach(member -> users.merge(Objects.requireNonNullElse(member.user(), "?"), 1, Integer::sum));
        lines(
                "Users",
                users.entrySet().stream()
                        .map(user -> user.getValue() + " × " + user.getKey())
                        .toList(),
                facts);
        return new Dossier(
                "+ " + Consequence.sessions(pile.members().size()),
                "",
                "",
                "in the same position; click again for more of them",
                facts,
                first.query(),
                Optional.empty(),
                Optional.empty());
    }

    private Fact transaction(Member member) {
        String wrote = member.wrote() ? "has written" : "read only";
        if (member.party().isPrepared()) {
            String since = member.xactStart() == null
                    ? "at an unknown time"
                    : text.moment(member.xactStart()) + ", " + Spans.words(member.xactAge(text.now())) + " ago";
            return new Fact("Prepared", since);
        }
        if (member.xactStart() == null) {
            return new Fact("Transaction", "none to be seen");
        }
        return new Fact("Transaction", Spans.words(member.xactAge(text.now())) + ", " + wrote);
    }

    private void waits(Member member, List<Fact> facts) {
        Wait awaits = member.awaits();
        if (awaits != null) {
            Duration lasts = awaits.lasts(text.now());
            facts.add(new Fact("Waits", Spans.words(lasts) + " for " + MemberText.wanted(awaits)));
            lines("Behind", ahead(member.party()), facts);
        }
    }

    private List<String> ahead(Party party) {
        return queue.blockersOf(party).stream()
                .map(Edge::blocker)
                .map(blocker -> forest.member(blocker).map(text::title).orElse(blocker.label()))
                .toList();
    }

    private static String held(Member.Held held) {
        return held.mode().shortLabel() + " on " + held.what().name();
    }

    private List<String> inTheWay(Party party) {
        return queue.waitersFor(party).stream()
                .flatMap(waiter -> forest.member(waiter).stream())
                .map(waiter -> {
                    Wait awaits = waiter.awaits();
                    String by =
                            " by " + waiter.party().label() + (waiter.user() == null ? "" : " (" + waiter.user() + ")");
                    return (awaits == null ? "" : awaits.mode().shortLabel()) + by;
                })
                .toList();
    }

    /** Readers want AccessShare, all others write or change the schema. */
    private void queueBehind(Party party, List<Fact> facts) {
        Set<Party> held = forest.heldBackBy(party);
        held.remove(party);
        int readers = 0;
        for (Party waiter : held) {
            Wait awaits = forest.member(waiter).map(Member::awaits).orElse(null);
            if (awaits != null && awaits.mode() == LockMode.ACCESS_SHARE) {
                readers++;
            }
        }
        int writers = held.size() - readers;
        List<String> both = new ArrayList<>();
        if (readers > 0) {
            both.add(Sizes.of(readers, "reader", "readers"));
        }
        if (writers > 0) {
            both.add(Sizes.of(writers, "writer", "writers"));
        }
        if (!both.isEmpty()) {
            facts.add(new Fact("Queue behind it", String.join(", ", both)));
        }
    }

    private static void lines(String name, List<String> values, List<Fact> facts) {
        if (values.isEmpty()) {
            return;
        }
        List<String> shown = new ArrayList<>(values.subList(0, Math.min(LINES, values.size())));
        if (values.size() > LINES) {
            shown.add("and " + Sizes.count(values.size() - LINES) + " more");
        }
        facts.add(new Fact(name, String.join("\n", shown)));
    }
}
