package dev.watchkeeper.postgres.replication.act;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.Offer;
import dev.watchkeeper.kernel.topology.Slot;
import dev.watchkeeper.kernel.topology.Subject;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.Rights;
import dev.watchkeeper.postgres.replication.member.WalPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be done to a member of a cluster, or to one of its slots. Asks nobody. */
public final class MemberOffers {
    private static final String PHYSICAL = "physical";
    private static final String LOGICAL = "logical";

    private final Topology seen;
    private final List<Sighting> members;

    /** @param seen and {@code members}: of one refresh */
    public MemberOffers(Topology seen, List<Sighting> members) {
        this.seen = seen;
        this.members = List.copyOf(members);
    }

    /** In the order of use; none for whom nobody has asked, or who doesn't answer. */
    public List<Offer> of(Subject subject) {
        Optional<Node> node = seen.node(subject.node());
        Optional<Sighting> sighting =
                members.stream().filter(one -> one.id().equals(subject.node())).findFirst();
        MemberReading reading = sighting.map(Sighting::reading).orElse(null);
        if (node.isEmpty() || sighting.isEmpty() || reading == null) {
            return List.of();
        }
        MemberAction.Member member = new MemberAction.Member(
                sighting.get().server(), node.get().name(), reading.identity().system());
        if (!subject.slot().isEmpty()) {
            return seen.slots().stream()
                    .filter(slot ->
                            slot.node().equals(subject.node()) && slot.name().equals(subject.slot()))
                    .map(slot -> new SlotOffers(seen, member, reading).drop(slot))
                    .toList();
        }
        List<Offer> offers = new ArrayList<>();
        if (reading.primary()) {
            offers.add(new SynchronousOffer(member, reading).offer());
        } else {
            offers.add(replay(node.get(), member, reading));
            offers.add(promote(node.get(), member, reading));
        }
        offers.add(createSlot(member, reading));
        offers.add(new ReplicaOffer(member, reading).offer());
        return offers;
    }

    private Offer replay(Node node, MemberAction.Member member, MemberReading reading) {
        boolean pause = reading.position().replay() == WalPosition.Replay.NOT_PAUSED;
        long waiting = reading.position().unreplayed();
        String preview = pause
                ? "pauses replay on " + node.name()
                        + ": queries there see nothing new from now on, and WAL that it receives"
                        + " piles up on its disk (" + Sizes.bytes(waiting) + " by now)" + hangs(node)
                : "lets " + node.name() + " go on replaying; " + Sizes.bytes(waiting) + " have piled up";
        Rights rights = reading.rights();
        return new Offer(
                pause ? "pause-replay" : "resume-replay",
                pause ? "Pause replay…" : "Resume replay…",
                rights.pauses()
                        ? Optional.empty()
                        : Optional.of(
                                "The role " + rights.role()
                                        + " may not: grant execute on function pg_wal_replay_pause(), pg_wal_replay_resume() to it"),
                List.of(),
                answers -> new PauseReplay(member, pause, preview));
    }

    /** A synchronous standby that must apply holds up every commit. */
    private String hangs(Node node) {
        boolean synchronous =
                node.syncState().equals("sync") || node.syncState().equals("quorum");
        boolean apply = members.stream()
                .map(Sighting::reading)
                .anyMatch(one -> one != null
                        && one.primary()
                        && one.settings().synchronousCommit().equals("remote_apply"));
        return synchronous && apply ? "; commits wait for it (remote_apply) and hang" : "";
    }

    private Offer promote(Node node, MemberAction.Member member, MemberReading reading) {
        Optional<Sighting> primary = members.stream()
                .filter(one -> one.last() != null
                        && one.last().primary()
                        && one.last().identity().system().equals(member.system()))
                .findFirst();
        boolean lives = primary.isPresent() && primary.get().reading() != null;
        String who = primary.flatMap(one -> seen.node(one.id())).map(Node::name).orElse("the old primary");
        List<Offer.Question> questions = lives
                ? List.of(new Offer.Question(
                        "second", who + " takes writes: make a second primary?", "no", List.of("no", "yes")))
                : List.of();
        Rights rights = reading.rights();
        return new Offer(
                "promote",
                "Promote…",
                rights.promotes()
                        ? Optional.empty()
                        : Optional.of(
                                "The role " + rights.role() + " may not: grant execute on function pg_promote to it"),
                questions,
                answers -> {
                    boolean second = answers.getOrDefault("second", "no").equals("yes");
                    if (lives && !second) {
                        throw new FaultException(
                                FaultKind.CONFLICT,
                                who + " takes writes: promoting " + node.name() + " would make a second primary",
                                "Switch over instead, which stops the old one first");
                    }
                    return new Promote(
                            member,
                            promotion(node, primary, lives, who),
                            second ? Optional.empty() : primary.map(Sighting::server));
                });
    }

    private String promotion(Node node, Optional<Sighting> primary, boolean lives, String who) {
        String text = "makes " + node.name() + " a primary on a new timeline";
        Long has = node.identity().position();
        MemberReading last = primary.map(Sighting::last).orElse(null);
        Long end = last == null ? null : last.position().end();
        if (lives) {
            text += " beside " + who + ", which takes writes: a split brain";
        } else if (has != null && end != null) {
            text += "; of what " + who + " was last seen to have written " + Sizes.bytes(Math.max(0, end - has))
                    + " are not replayed here";
        }
        List<String> others = seen.links().stream()
                .filter(link -> primary.isPresent()
                        && link.from().equals(primary.get().id())
                        && !link.to().equals(node.id()))
                .map(Link::to)
                .map(id -> seen.node(id).map(Node::name).orElse(id))
                .toList();
        return others.isEmpty()
                ? text
                : text + "; " + String.join(", ", others) + (others.size() == 1 ? " has" : " have")
                        + " to be pointed to it by hand";
    }

    private Offer createSlot(MemberAction.Member member, MemberReading reading) {
        List<String> kinds = reading.primary() && reading.settings().walLevel().equals("logical")
                ? List.of(PHYSICAL, LOGICAL)
                : List.of(PHYSICAL);
        int used = reading.slots().size();
        int most = reading.settings().maxReplicationSlots();
        Optional<String> whyNot = used >= most
                ? Optional.of("All " + most + " slots are taken (max_replication_slots)")
                : reading.rights().replicates()
                        ? Optional.empty()
                        : Optional.of("The role " + reading.rights().role() + " needs the attribute REPLICATION");
        return new Offer(
                "create-slot",
                "Create slot…",
                whyNot,
                List.of(
                        new Offer.Question("name", "Name", "", List.of()),
                        new Offer.Question("kind", "Kind", PHYSICAL, kinds),
                        new Offer.Question("plugin", "Output plugin, of a logical one", "pgoutput", List.of())),
                answers -> createSlot(member, reading, kinds, answers));
    }

    private static CreateSlot createSlot(
            MemberAction.Member member, MemberReading reading, List<String> kinds, Map<String, String> answers)
            throws FaultException {
        String name = answers.getOrDefault("name", "");
        String kind = answers.getOrDefault("kind", PHYSICAL);
        CreateSlot.checkName(name);
        if (!kinds.contains(kind)) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "a slot of " + member.name() + " can't be " + kind,
                    "Logical ones need a primary with wal_level = logical");
        }
        if (reading.slots().stream().anyMatch(slot -> slot.name().equals(name))) {
            throw new FaultException(FaultKind.CONFLICT, member.name() + " has a slot " + name, "Choose another name");
        }
        boolean logical = kind.equals(LOGICAL);
        String preview = "makes the " + kind + " slot " + name + " on " + member.name()
                + (logical
                        ? " in database " + member.server().target().endpoint().database()
                        : "")
                + ": from now on it keeps all WAL that its user has not taken, until the disk is full or "
                + (reading.settings().maxSlotWalKeepBytes() < 0
                        ? "somebody drops it"
                        : "max_slot_wal_keep_size ("
                                + Sizes.bytes(reading.settings().maxSlotWalKeepBytes()) + ") is reached")
                + "; " + (reading.slots().size() + 1) + " of "
                + reading.settings().maxReplicationSlots()
                + " slots are then taken";
        return new CreateSlot(member, name, logical ? answers.getOrDefault("plugin", "pgoutput") : "", preview);
    }

    /** For what a slot's user would lose. */
    static String user(Topology seen, Slot slot) {
        return seen.links().stream()
                .filter(link -> link.from().equals(slot.node()) && link.slot().equals(slot.name()))
                .map(Link::to)
                .map(id -> seen.node(id).map(Node::name).orElse(id))
                .findFirst()
                .orElse("");
    }
}
