package dev.watchkeeper.redis.keys;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.connect.RespLine;
import dev.watchkeeper.redis.resp.Blob;
import dev.watchkeeper.redis.resp.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks how large some of the keys are, in small steps with pauses between, on a connection of its own. SCAN goes through
 * the hash table in an order that has nothing to do with names or ages, so that the first keys are a fair sample of all.
 * Made for one run.
 */
public final class KeySampler {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST = 100;

    private final RedisServer server;
    private final Budget budget;
    private final CountDownLatch stopped = new CountDownLatch(1);

    public KeySampler(RedisServer server, Budget budget) {
        this.server = server;
        this.budget = budget;
    }

    /**
     * How far it is.
     *
     * @param looked keys so far
     * @param wanted as many as there are, or as are wanted
     */
    public record Progress(long looked, long wanted) {}

    /** Ends it after the step under way; what was seen until then is what {@link #run} returns. */
    public void stop() {
        stopped.countDown();
    }

    /**
     * Looks; blocks until it has ended.
     *
     * @param tell called after every step, on the calling thread
     * @throws FaultException DENIED, with what to grant, if the user may not ask for sizes; else what went wrong
     */
    public KeySample run(Consumer<Progress> tell) throws FaultException {
        try (RespLine line = server.line(PATIENCE)) {
            return new Run(line, tell).run();
        }
    }

    /** One run, with what it has seen so far. */
    private final class Run {
        private final RespLine line;
        private final Consumer<Progress> tell;
        private final Instant at = Instant.now();
        private final long start = System.nanoTime();
        private final Largest largest = new Largest(LARGEST);
        private final Groups groups = new Groups();
        private long looked;
        private long denied;
        private long bytes;
        private Duration busy = Duration.ZERO;

        Run(RespLine line, Consumer<Progress> tell) {
            this.line = line;
            this.tell = tell;
        }

        KeySample run() throws FaultException {
            long all = asked("DBSIZE").number();
            long wanted = Math.min(all, budget.keys());
            Blob cursor = Blob.of("0");
            KeySample.@Nullable End end = null;
            while (end == null) {
                long step = System.nanoTime();
                Reply scanned = asked("SCAN", cursor.text(), "COUNT", Integer.toString(budget.batch()));
                cursor = scanned.parts().get(0).blob();
                look(scanned.parts().get(1).parts().stream().map(Reply::blob).toList());
                tell.accept(new Progress(Math.min(looked, wanted), wanted));
                Duration took = Duration.ofNanos(System.nanoTime() - step);
                busy = busy.plus(took);
                end = end(cursor.text().equals("0"), took);
            }
            List<BigKey> closer = new Closer(line).look(largest.list());
            return new KeySample(
                    server.target().name(),
                    at,
                    Duration.ofNanos(System.nanoTime() - start),
                    busy,
                    database(),
                    Math.max(all, looked),
                    looked,
                    denied,
                    bytes,
                    closer,
                    groups.list(),
                    end);
        }

        private Reply asked(String... words) throws FaultException {
            return allowed(line.ask(words), words[0]);
        }

        /** Waits after a step, unless it was the last one. */
        private KeySample.@Nullable End end(boolean complete, Duration step) throws FaultException {
            if (complete) {
                return KeySample.End.COMPLETE;
            }
            if (looked >= budget.keys()) {
                return KeySample.End.ENOUGH;
            }
            if (System.nanoTime() - start >= budget.time().toNanos()) {
                return KeySample.End.TIME_UP;
            }
            return pause((long) (step.toNanos() * budget.rest())) ? KeySample.End.STOPPED : null;
        }

        private boolean pause(long nanos) throws FaultException {
            try {
                return stopped.await(nanos, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new FaultException(FaultKind.CONFLICT, "looking for big keys was broken off", "");
            }
        }

        private void look(List<Blob> keys) throws FaultException {
            List<List<Blob>> questions = new ArrayList<>(keys.size() * 3);
            for (Blob key : keys) {
                questions.add(List.of(
                        Blob.of("MEMORY"),
                        Blob.of("USAGE"),
                        key,
                        Blob.of("SAMPLES"),
                        Blob.of(Integer.toString(budget.samples()))));
                questions.add(List.of(Blob.of("TYPE"), key));
                questions.add(List.of(Blob.of("PTTL"), key));
            }
            List<Reply> answers = line.askAll(questions);
            for (int i = 0; i < keys.size(); i++) {
                take(keys.get(i), answers.get(3 * i), answers.get(3 * i + 1), answers.get(3 * i + 2));
            }
        }

        /** A key may be gone by now; and there may be some that this user may not see. */
        private void take(Blob key, Reply size, Reply type, Reply left) throws FaultException {
            if (size.isFailure() && isAboutTheKey(size.text())) {
                looked++;
                denied++;
                return;
            }
            if (allowed(size, "MEMORY") instanceof Reply.Nil) {
                return;
            }
            looked++;
            bytes += size.number();
            Optional<Duration> ttl = left.number() < 0 || left.isFailure()
                    ? Optional.empty()
                    : Optional.of(Duration.ofMillis(left.number()));
            BigKey one = new BigKey(key, type.text(), size.number(), "", Optional.empty(), ttl);
            largest.add(one);
            groups.add(KeyGroup.of(one));
        }

        private boolean isAboutTheKey(String said) {
            return said.startsWith("NOPERM") && said.contains("key");
        }

        private Reply allowed(Reply reply, String command) throws FaultException {
            if (!reply.isFailure()) {
                return reply;
            }
            boolean denial = reply.text().startsWith("NOPERM");
            throw new FaultException(new Fault(
                    denial ? FaultKind.DENIED : FaultKind.FAILED,
                    line.host() + (denial ? " does not let this user run " + command + ": " : ": ") + reply.text(),
                    denial
                            ? "An administrator can allow it: ACL SETUSER <user> +scan +memory|usage +type +pttl +dbsize"
                            : ""));
        }

        private int database() {
            String number = server.target().endpoint().database();
            return number.matches("[0-9]{1,6}") ? Integer.parseInt(number) : 0;
        }
    }
}
