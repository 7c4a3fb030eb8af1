package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.text.Sizes;
import java.util.List;

/** Whether the sentinels could do their work. */
record SentinelAlarms(Field field, Alarms alarms) {
    /** Fewer can't tell a dead primary from a cut network (documentation: High availability with Redis Sentinel). */
    private static final int ENOUGH = 3;

    void find() {
        List<Seen> all = field.sentinels().toList();
        for (Seen sentinel : all) {
            if (!sentinel.isHere()) {
                dead(sentinel);
            }
        }
        field.opinions().forEach(this::judge);
        long known = all.size();
        if (known > 0 && known < ENOUGH) {
            alarms.warning(
                    all.getFirst().id(),
                    "only " + Sizes.of(known, "sentinel watches", "sentinels watch") + ": "
                            + (known == 1 ? "nobody can agree with it" : "if one is lost, no failover is possible"),
                    "Run at least three, on hosts that fail independently");
        }
        unknown(known);
    }

    private void dead(Seen sentinel) {
        if (Judgement.isClosed(sentinel)) {
            alarms.warning(
                    sentinel.id(),
                    "the sentinel "
                            + sentinel.fault().map(fault -> fault.message()).orElse(sentinel.name()),
                    "Lend it this target's password, or save a target of its own");
            return;
        }
        boolean remembered = field.opinions()
                .anyMatch(opinion -> opinion.sight().sentinels().stream()
                        .anyMatch(one -> one.isDown()
                                && one.address()
                                        .flatMap(address -> field.meant(opinion.sentinel(), address))
                                        .map(sentinel::equals)
                                        .orElse(false)));
        String why = sentinel.fault().map(fault -> fault.message()).orElse("");
        alarms.warning(
                sentinel.id(),
                "the sentinel " + sentinel.name() + " does not answer" + (why.isEmpty() ? "" : ": " + why),
                remembered
                        ? "Start it; if it is gone for good, SENTINEL RESET on the others makes them forget it, one after"
                                + " the other"
                        : sentinel.last().isEmpty()
                                ? "Start it; if that address is not reachable from here, say where it is in the target's"
                                        + " address map"
                                : "Start it");
    }

    private void judge(Field.Opinion opinion) {
        SentinelSight sight = opinion.sight();
        String name = opinion.sentinel().name();
        if (!sight.quorumReached()) {
            alarms.critical(
                    opinion.sentinel().id(),
                    "the quorum is not reachable for " + name + ": " + sight.quorumSaid(),
                    "No automatic failover is possible now: bring sentinels back");
        }
        if (sight.isTilted()) {
            alarms.warning(
                    opinion.sentinel().id(),
                    name + " is in TILT mode: its clock jumped or it was stopped, and it only watches",
                    "It leaves it after 30 s; look at the host's clock and load");
        }
        long others = field.sentinels().filter(Seen::isHere).count() - 1;
        long knows = sight.sentinels().stream().filter(one -> !one.isDown()).count();
        if (knows < others) {
            alarms.warning(
                    opinion.sentinel().id(),
                    name + " knows " + knows + " of the " + others + " other sentinels that are up",
                    "They find one another through the primary: can it reach the same one?");
        }
        if (sight.quorum() > sight.sentinels().size() + 1) {
            alarms.critical(
                    opinion.sentinel().id(),
                    "quorum " + sight.quorum() + " can never be reached: " + name + " knows of "
                            + (sight.sentinels().size() + 1) + " sentinels with itself",
                    "SENTINEL SET " + sight.name() + " quorum …, on each sentinel");
        }
    }

    /** More listen to the primary than are known. */
    private void unknown(long known) {
        field.primary()
                .flatMap(Seen::data)
                .filter(sight -> sight.watchers() > known)
                .ifPresent(sight -> {
                    String primary = field.primary().map(Seen::id).orElse("");
                    alarms.warning(
                            primary,
                            Sizes.of(sight.watchers(), "sentinel watches", "sentinels watch")
                                    + " the primary, and only " + known + " could be found",
                            "Name a sentinel as a target: sentinel://host:26379, with an address map if they announce other"
                                    + " addresses");
                });
    }
}
