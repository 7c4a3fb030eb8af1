package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.redis.text.InfoText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Whether there is one primary, and one only. */
record PrimaryAlarms(Field field, Alarms alarms) {
    void find() {
        disagreement();
        twoPrimaries();
        field.primary().ifPresent(this::down);
        if (field.primary().isEmpty() && field.servers().anyMatch(Seen::isHere)) {
            Seen one = field.servers().filter(Seen::isHere).findFirst().orElseThrow();
            alarms.critical(one.id(), "there is no primary: nobody takes writes", "Promote a replica");
        }
    }

    private void disagreement() {
        List<Seen> taken = field.opinions()
                .flatMap(opinion -> field.primaryOf(opinion).stream())
                .distinct()
                .toList();
        if (taken.size() < 2) {
            return;
        }
        boolean failingOver =
                field.opinions().anyMatch(opinion -> opinion.sight().isFailingOver());
        String who = field.opinions()
                .map(opinion -> opinion.sentinel().name() + " takes "
                        + field.primaryOf(opinion).map(Seen::name).orElse("nobody"))
                .collect(Collectors.joining(", "));
        if (failingOver) {
            alarms.warning(taken.getFirst().id(), "a failover is under way: " + who, "Wait until it has ended");
            return;
        }
        alarms.critical(
                taken.getFirst().id(),
                "split brain: the sentinels disagree on the primary: " + who,
                "Decide which one is right; SENTINEL FAILOVER to it, REPLICAOF for the other, then SENTINEL RESET on those"
                        + " that are wrong");
    }

    private void twoPrimaries() {
        List<Seen> primaries = field.primaries();
        if (primaries.size() < 2) {
            return;
        }
        Optional<Seen> right = field.primary();
        String all = primaries.stream().map(PrimaryAlarms::words).collect(Collectors.joining(" and "));
        for (Seen stray : primaries) {
            if (right.map(stray::equals).orElse(false)) {
                continue;
            }
            alarms.critical(
                    stray.id(),
                    "split brain: " + all + (primaries.size() == 2 ? " both" : " all") + " take writes"
                            + right.map(one -> sinceTheyParted(one, stray)).orElse(""),
                    "REPLICAOF makes a replica of the one that is wrong, and loses what only it has; look first what that"
                            + " is");
        }
    }

    private static String words(Seen primary) {
        long keys = primary.data().map(sight -> Nodes.keys(sight.info())).orElse(0L);
        return primary.name() + " (" + Sizes.of(keys, "key", "keys") + ")";
    }

    /** What each has that the other hasn't. */
    private static String sinceTheyParted(Seen right, Seen stray) {
        if (right.data().isEmpty() || stray.data().isEmpty()) {
            return "";
        }
        InfoText one = right.data().get().info();
        InfoText other = stray.data().get().info();
        OptionalLong parted = ReplicaWords.parted(one, other);
        return parted.isEmpty()
                ? "; they have no history in common"
                : "; since they parted " + right.name() + " has taken "
                        + Sizes.bytes(ReplicaWords.since(one, parted.getAsLong())) + ", " + stray.name() + " "
                        + Sizes.bytes(ReplicaWords.since(other, parted.getAsLong()));
    }

    private void down(Seen primary) {
        List<Field.Opinion> down = field.opinions()
                .filter(opinion -> field.primaryOf(opinion).map(primary::equals).orElse(false))
                .filter(opinion -> opinion.sight().primary().isDown())
                .toList();
        boolean objectively =
                down.stream().anyMatch(opinion -> opinion.sight().primary().is("o_down"));
        String asked = Sizes.of(field.opinions().count(), "sentinel", "sentinels");
        String opinions = down.isEmpty()
                ? ""
                : ", " + (objectively ? "objectively" : "subjectively") + " down for " + down.size() + " of " + asked;
        if (Judgement.isClosed(primary) && down.isEmpty()) {
            alarms.warning(
                    primary.id(),
                    "the primary "
                            + primary.fault().map(fault -> fault.message()).orElse(primary.name() + " lets nobody in"),
                    "Lend it this target's password, or save a target of its own");
        } else if (!primary.isHere()) {
            String why = primary.fault().map(fault -> fault.message()).orElse("");
            alarms.critical(
                    primary.id(),
                    "the primary " + primary.name() + " does not answer" + (why.isEmpty() ? "" : ": " + why) + opinions,
                    down.isEmpty() && field.opinions().findAny().isEmpty()
                            ? "Start it, or promote a replica"
                            : "The sentinels promote a replica when enough of them agree");
        } else if (!down.isEmpty()) {
            alarms.critical(
                    primary.id(),
                    "the primary " + primary.name() + " answers here, and is" + opinions.substring(1),
                    "Look at the network between it and the sentinels");
        } else if (Nodes.role(field, primary) == NodeRole.REPLICA) {
            alarms.critical(
                    primary.id(),
                    "the sentinels take " + primary.name() + " for the primary, but it is a replica",
                    "Wait for the sentinels to notice, or SENTINEL FAILOVER");
        }
    }
}
