package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.redis.text.InfoText;
import java.time.Duration;
import java.util.Optional;

/** What is wrong with single servers and their links. */
record ServerAlarms(Field field, Alarms alarms) {
    private static final double NEARLY_FULL = 0.9;

    /** So many while one looks on is no accident any more. */
    private static final long LOOP = 2;

    void find() {
        field.servers().forEach(this::judge);
    }

    private void judge(Seen server) {
        boolean primary = field.primary().map(server::equals).orElse(false);
        if (!server.isHere() && !primary) {
            gone(server);
        }
        server.data().ifPresent(sight -> {
            health(server, sight);
            if (sight.isPrimary()) {
                asPrimary(server, sight);
            } else {
                asReplica(server, sight);
            }
        });
    }

    private void gone(Seen server) {
        String why = server.fault().map(Fault::message).orElse("");
        if (server.fault().map(fault -> fault.kind() == FaultKind.DENIED).orElse(false)) {
            alarms.warning(server.id(), why, "Lend it this target's password, or save a target of its own");
            return;
        }
        if (server.last().isEmpty() && isFed(server)) {
            alarms.warning(
                    server.id(),
                    "the replica " + server.name() + " is fed by its primary, but can't be asked from here"
                            + (why.isEmpty() ? "" : ": " + why),
                    "If that address is not reachable from here, say where it is in the target's address map");
            return;
        }
        String text = "the replica " + server.name() + " does not answer" + (why.isEmpty() ? "" : ": " + why);
        String advice = server.last().isEmpty()
                ? "Start it; if that address is not reachable from here, say where it is in the target's address map"
                : "Start it; if it is gone for good, SENTINEL RESET makes the sentinels forget it";
        if (anotherCouldTakeOver()) {
            alarms.warning(server.id(), text, advice);
        } else {
            alarms.critical(server.id(), text + "; no replica is left", advice);
        }
    }

    /** Whether its primary still feeds it: it can only not be reached from here, or has died just now. */
    private boolean isFed(Seen server) {
        return field.servers()
                .filter(one -> !one.equals(server))
                .flatMap(one -> one.data().stream()
                        .flatMap(sight ->
                                sight.followers().stream().flatMap(line -> field.meant(one, line.address()).stream())))
                .anyMatch(server::equals);
    }

    /** Whether a replica is known and does not answer: that is said already. */
    private boolean isMissed() {
        return field.servers().anyMatch(one -> !one.isHere());
    }

    private boolean anotherCouldTakeOver() {
        return field.servers()
                .flatMap(one -> one.data().stream())
                .anyMatch(sight -> !sight.isPrimary() && sight.linkUp());
    }

    private void asPrimary(Seen server, DataSight sight) {
        if (sight.followers().isEmpty()
                && field.seen().size() > 1
                && !isMissed()
                && field.primaries().size() == 1) {
            alarms.warning(
                    server.id(),
                    server.name() + " has no replica: what it takes is nowhere else",
                    "REPLICAOF on another server gives it one");
        }
        long good = sight.info().number("min_slaves_good_slaves");
        if (sight.minReplicas() > 0 && good < sight.minReplicas()) {
            alarms.critical(
                    server.id(),
                    server.name() + " refuses writes: " + good + " of min-replicas-to-write " + sight.minReplicas()
                            + " replicas are near enough",
                    "Bring replicas back, or lower min-replicas-to-write");
        }
        if (server.fullSyncs() >= LOOP) {
            alarms.warning(
                    server.id(),
                    server.name() + " gave " + server.fullSyncs() + " full resyncs while it was looked at",
                    "Raise repl-backlog-size (" + Sizes.bytes(sight.info().number("repl_backlog_size"))
                            + ") and client-output-buffer-limit replica, and look at the replicas' log");
        }
    }

    private void asReplica(Seen server, DataSight sight) {
        Optional<Seen> upstream = field.upstream(server);
        if (upstream.isEmpty()) {
            return;
        }
        Judgement.Distance distance = Judgement.between(field, upstream.get(), server);
        Severity severity = Judgement.of(distance);
        if (severity == Severity.NONE) {
            return;
        }
        String text;
        if (distance.state().equals(Link.DOWN)) {
            long seconds = sight.info().number("master_link_down_since_seconds", -1);
            text = server.name() + " has lost its link to " + upstream.get().name()
                    + (seconds < 0 ? "" : " for " + Spans.words(Duration.ofSeconds(seconds)));
        } else if (sight.isSyncing() || !distance.state().equals("online")) {
            text = server.name() + " is copying all data of " + upstream.get().name();
        } else {
            text = server.name() + " is "
                    + (distance.bytes() == null ? "" : Sizes.bytes(distance.bytes()) + " behind")
                    + (distance.secondsSilent() == null
                            ? ""
                            : ", last heard " + Spans.words(Duration.ofSeconds(distance.secondsSilent())) + " ago");
        }
        String advice = "Look at its log, at masterauth, and at the network between the two";
        if (severity == Severity.CRITICAL) {
            alarms.critical(server.id(), text, advice);
        } else {
            alarms.warning(server.id(), text, advice);
        }
    }

    private void health(Seen server, DataSight sight) {
        InfoText info = sight.info();
        memory(server, info);
        if (info.get("rdb_last_bgsave_status").equals("err")) {
            alarms.warning(
                    server.id(),
                    "the last save of " + server.name() + " to disk failed",
                    "Look at its log: disk full, or no memory to fork; with stop-writes-on-bgsave-error it refuses"
                            + " writes");
        }
        if (info.get("aof_last_write_status").equals("err")) {
            alarms.critical(server.id(), server.name() + " can't write its AOF", "Look at the disk: it refuses writes");
        }
        if (info.flag("loading")) {
            alarms.warning(
                    server.id(), server.name() + " is loading its data into memory", "It answers when it is done");
        }
    }

    private void memory(Seen server, InfoText info) {
        long max = info.number("maxmemory");
        long used = info.number("used_memory");
        if (max == 0 || !info.get("maxmemory_policy").equals("noeviction")) {
            return;
        }
        String words = Sizes.bytes(used) + " of maxmemory " + Sizes.bytes(max);
        String advice = "Raise maxmemory, delete keys, or choose a policy that evicts";
        if (used >= max) {
            alarms.critical(
                    server.id(), server.name() + " is full and refuses writes: " + words + ", noeviction", advice);
        } else if (used >= NEARLY_FULL * max) {
            alarms.warning(server.id(), server.name() + " is nearly full: " + words + ", and evicts nothing", advice);
        }
    }
}
