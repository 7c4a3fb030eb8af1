package dev.watchkeeper.backup.make;

import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.hosts.jobs.Job;
import dev.watchkeeper.hosts.jobs.JobFollower;
import dev.watchkeeper.hosts.jobs.JobOrder;
import dev.watchkeeper.hosts.jobs.JobState;
import dev.watchkeeper.hosts.jobs.Jobs;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/** Something long that is done on a host: begins a job there and stays with it to its end, if it may. */
public final class JobAction implements Action {
    /** With two seconds between: a host may be started anew, or the network away for a quarter of an hour. */
    private static final int TRIES = 450;

    private final Target target;
    private final Host host;
    private final Clock clock;
    private final BackupPlan plan;
    private final boolean detached;

    /** @param detached whether it is enough that the job runs */
    public JobAction(Target target, Host host, Clock clock, BackupPlan plan, boolean detached) {
        this.target = target;
        this.host = host;
        this.clock = clock;
        this.plan = plan;
        this.detached = detached;
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public String name() {
        return plan.name();
    }

    @Override
    public String preview() {
        return plan.preview();
    }

    @Override
    public String statement() {
        return plan.statement();
    }

    @Override
    public Danger danger() {
        return Danger.ORDINARY;
    }

    @Override
    public Outcome run() throws FaultException {
        return run(step -> {});
    }

    @Override
    public Outcome run(Consumer<String> tell) throws FaultException {
        long begun = System.nanoTime();
        JobOrder order = plan.order().order(tell);
        Jobs jobs = new Jobs(host, clock);
        String id = jobs.start(order);
        tell.accept("job " + id + " on " + host.name());
        if (detached) {
            return new Outcome(true, "job " + id + " runs on " + host.name() + ": " + again(id), since(begun));
        }
        try (LogLines lines = new LogLines(tell)) {
            JobFollower follower = new JobFollower(
                    jobs, lines::add, fault -> tell.accept(fault.message() + "; the job goes on, trying again"), TRIES);
            Job job = follower.follow(id, 0);
            return new Outcome(job.state() == JobState.DONE, words(job), since(begun));
        } catch (FaultException e) {
            if (e.fault().kind() == FaultKind.UNREACHABLE || e.fault().kind() == FaultKind.TIMEOUT) {
                return new Outcome(false, "not followed any more, job " + id + " goes on: " + again(id), since(begun));
            }
            throw e;
        }
    }

    private static String words(Job job) {
        return switch (job.state()) {
            case DONE -> "job " + job.id() + " is done; " + job.lastWords();
            case FAILED ->
                (job.cancelled() ? "job " + job.id() + " was cancelled" : "job " + job.id() + " failed")
                        + " with status " + job.exit().orElse(-1) + "; " + job.lastWords();
            case LOST -> "job " + job.id() + " is lost: nobody runs it any more on " + job.host();
            case RUNNING -> "job " + job.id() + " goes on";
        };
    }

    private static String again(String id) {
        return "watchkeeper jobs follow " + id;
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
