package dev.watchkeeper.app.panes.replication;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Cluster;
import dev.watchkeeper.kernel.topology.Offer;
import dev.watchkeeper.kernel.topology.Preflight;
import dev.watchkeeper.kernel.topology.Subject;
import dev.watchkeeper.kernel.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A cluster that nobody runs: it changes from question to question as it is told to. */
final class FakeCluster implements Cluster {
    private final IntFunction<Topology> script;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger preflown = new AtomicInteger();
    private final List<String> lent = Collections.synchronizedList(new ArrayList<>());
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch goOn = new CountDownLatch(1);
    private volatile @Nullable Target target;

    FakeCluster(IntFunction<Topology> script) {
        this.script = script;
    }

    FakeCluster of(Target one) {
        target = one;
        return this;
    }

    /** Who was let in. */
    List<String> lent() {
        return List.copyOf(lent);
    }

    /** What was done, with its answers. */
    List<String> done() {
        return List.copyOf(done);
    }

    int preflown() {
        return preflown.get();
    }

    /** Lets a switchover come to its end. */
    void goOn() {
        goOn.countDown();
    }

    @Override
    public Probe<Topology> probe() {
        return new Probe<>() {
            @Override
            public String name() {
                return "replication";
            }

            @Override
            public Snapshot<Topology> read() {
                int tick = asked.getAndIncrement();
                return new Snapshot<>(
                        script.apply(tick),
                        Topologies.NOW.plusSeconds(2L * tick),
                        ServerVersion.parse("17.11"),
                        new Cost(3.1, 74 * 1024));
            }
        };
    }

    @Override
    public List<Preflight> preflights() {
        preflown.incrementAndGet();
        return List.of(
                new Preflight(
                        "pg-bill-2",
                        "pg-bill-2",
                        Preflight.Verdict.RISKY,
                        List.of("synchronous, same timeline, 0 B to replay", "archiving works, last segment 3 s ago"),
                        List.of(
                                "sub_billing's slot is not on it: the subscriber stops until it is made again",
                                "39120 has been in a transaction for 38 min: it is ended"),
                        Optional.empty(),
                        0L,
                        0L,
                        List.of("-- on pg-bill-1", "CHECKPOINT;", "-- on pg-bill-2", "SELECT pg_promote();")),
                new Preflight(
                        "pg-bill-3",
                        "pg-bill-3",
                        Preflight.Verdict.REFUSED,
                        List.of("same timeline"),
                        List.of(),
                        Optional.of("41 MB behind, nofailover"),
                        41L * 1024 * 1024,
                        1200L,
                        List.of()));
    }

    @Override
    public Action switchover(String candidate) {
        return new Fake("switchover", candidate, Danger.DANGEROUS, Map.of());
    }

    @Override
    public List<Offer> offers(Topology seen, Subject subject) {
        if (!subject.slot().isEmpty()) {
            return List.of(offer("drop-slot", "Drop the slot…", Optional.empty(), subject, List.of()));
        }
        return List.of(
                offer("pause-replay", "Pause replay…", Optional.empty(), subject, List.of()),
                offer(
                        "create-slot",
                        "Create a slot…",
                        Optional.empty(),
                        subject,
                        List.of(
                                new Offer.Question("name", "Name", "replica_1", List.of()),
                                new Offer.Question("kind", "Kind", "physical", List.of("physical", "logical")))),
                offer(
                        "promote",
                        "Promote…",
                        Optional.of("Patroni manages it: switch over instead"),
                        subject,
                        List.of()));
    }

    private Offer offer(
            String name, String label, Optional<String> whyNot, Subject subject, List<Offer.Question> questions) {
        return new Offer(name, label, whyNot, questions, answers -> {
            if (answers.getOrDefault("name", "x").isEmpty()) {
                throw new FaultException(FaultKind.BAD_INPUT, "a slot needs a name", "Give it one");
            }
            return new Fake(name, subject.node() + subject.slot(), Danger.ORDINARY, answers);
        });
    }

    @Override
    public void lend(String node) {
        lent.add(node);
    }

    @Override
    public void close() {
        goOn.countDown();
    }

    /** Does nothing, and tells it. */
    private final class Fake implements Action {
        private final String name;
        private final String subject;
        private final Danger danger;
        private final Map<String, String> answers;

        Fake(String name, String subject, Danger danger, Map<String, String> answers) {
            this.name = name;
            this.subject = subject;
            this.danger = danger;
            this.answers = answers;
        }

        @Override
        public Target target() {
            Target known = target;
            if (known == null) {
                throw new IllegalStateException("nobody said on which target");
            }
            return known;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String preview() {
            return name + " of " + subject + " " + answers;
        }

        @Override
        public String statement() {
            return "select 1 -- " + name;
        }

        @Override
        public Danger danger() {
            return danger;
        }

        @Override
        public Outcome run() throws FaultException {
            return run(step -> {});
        }

        @Override
        public Outcome run(Consumer<String> tell) {
            if (name.equals("switchover")) {
                tell.accept("checked that " + subject + " has everything");
                tell.accept("asked Patroni to switch over to " + subject);
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                tell.accept(subject + " takes writes");
            }
            done.add(name + " " + subject + " " + answers);
            return new Outcome(
                    true,
                    name.equals("switchover")
                            ? subject + " is the primary; writes were away for 2.1 s"
                            : name + " is done",
                    Duration.ofMillis(2600),
                    Map.of("writes_away_ms", 2100L));
        }
    }
}
