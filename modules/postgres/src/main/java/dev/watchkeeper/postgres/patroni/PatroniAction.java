package dev.watchkeeper.postgres.patroni;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Spans;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Asks Patroni for one thing, and waits for a sign that it was done. */
final class PatroniAction implements Action {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final PatroniHold hold;
    private final String name;
    private final String preview;
    private final Danger danger;
    private final HostPort api;
    private final PatroniRequest request;
    private final Sign sign;

    /**
     * By what one sees that it was done.
     *
     * @param words completes "…after 0.4 s"
     */
    record Sign(String words, Predicate<PatroniView> seen, Duration limit) {}

    PatroniAction(
            PatroniHold hold,
            String name,
            String preview,
            Danger danger,
            HostPort api,
            PatroniRequest request,
            Sign sign) {
        this.hold = hold;
        this.name = name;
        this.preview = preview;
        this.danger = danger;
        this.api = api;
        this.request = request;
        this.sign = sign;
    }

    @Override
    public Target target() {
        return hold.client().target();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String preview() {
        return preview;
    }

    @Override
    public String statement() {
        return request.command(api, hold.client().tls());
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
    public Outcome run(Consumer<String> tell) throws FaultException {
        long start = System.nanoTime();
        PatroniAnswer answer = hold.client().ask(api, request);
        if (!answer.ok()) {
            throw new FaultException(
                    answer.status() >= 500 ? FaultKind.FAILED : FaultKind.CONFLICT,
                    "Patroni at " + api + " refuses: " + answer.text() + " (status " + answer.status() + ")",
                    "Look at the cluster again, and into Patroni's log");
        }
        tell.accept("Patroni says: " + (answer.text().startsWith("{") ? "done" : answer.text()));
        boolean seen = await();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new Outcome(
                seen,
                seen
                        ? sign.words() + " after " + Spans.words(took)
                        : "Patroni agreed, but nothing is to be seen of it after " + Spans.words(took),
                took);
    }

    private boolean await() {
        long deadline = System.nanoTime() + sign.limit().toNanos();
        while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted()) {
            if (now()) {
                return true;
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return false;
    }

    /** Its own API may be the one that restarts. */
    private boolean now() {
        for (HostPort one : new HostPort[] {hold.api(), api}) {
            try {
                return sign.seen().test(hold.client().cluster(one));
            } catch (FaultException silent) {
                // then the other
            }
        }
        return false;
    }
}
