package dev.watchkeeper.hosts.jobs;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Stays with a job until it has ended, also when the line is cut in between. */
public final class JobFollower {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Jobs jobs;
    private final Consumer<byte[]> output;
    private final Consumer<Fault> cutOff;
    private final int tries;

    /**
     * @param output gets what the job says, each byte once
     * @param cutOff hears that the line was cut, before it is tried again
     * @param tries how many times in a row it is tried, with two seconds between
     */
    public JobFollower(Jobs jobs, Consumer<byte[]> output, Consumer<Fault> cutOff, int tries) {
        this.jobs = jobs;
        this.output = output;
        this.cutOff = cutOff;
        this.tries = tries;
    }

    /**
     * Follows it from a byte on to its end.
     *
     * @return how it ended
     * @throws FaultException UNREACHABLE if the host stays away: the job may go on; CONFLICT if there is no such job
     */
    public Job follow(String id, long from) throws FaultException {
        AtomicLong seen = new AtomicLong(from);
        int left = tries;
        while (true) {
            long before = seen.get();
            try {
                jobs.follow(id, before, bytes -> {
                    seen.addAndGet(bytes.length);
                    output.accept(bytes);
                });
                return ended(id);
            } catch (FaultException e) {
                left = seen.get() > before ? tries : left - 1;
                boolean hopeless = e.fault().kind() != FaultKind.UNREACHABLE || left <= 0;
                if (hopeless || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                cutOff.accept(e.fault());
                pause();
            }
        }
    }

    private Job ended(String id) throws FaultException {
        return jobs.find(id)
                .orElseThrow(() -> new FaultException(
                        FaultKind.CONFLICT, "job " + id + " is gone, and its folder with it", "Somebody removed it"));
    }

    private static void pause() throws FaultException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FaultException(FaultKind.TIMEOUT, "nobody follows the job any more; it goes on", "");
        }
    }
}
