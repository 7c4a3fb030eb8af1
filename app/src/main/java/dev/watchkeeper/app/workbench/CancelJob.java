package dev.watchkeeper.app.workbench;

import dev.watchkeeper.hosts.jobs.Job;
import dev.watchkeeper.hosts.jobs.JobState;
import dev.watchkeeper.hosts.jobs.Jobs;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Target;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;

/** Ends a job with all its processes. */
final class CancelJob implements Action {
    private static final int SSH = 22;

    private final Target target;
    private final Job job;
    private final Jobs jobs;

    CancelJob(Target target, Job job, Jobs jobs) {
        this.target = target;
        this.job = job;
        this.jobs = jobs;
    }

    /** Stands for a job that was begun for no target that is saved now. */
    static Target stranger(Job job, String user) {
        Endpoint host = new Endpoint(
                Engine.POSTGRESQL, List.of(new HostPort(job.host(), SSH)), "", user, new LinkedHashMap<>());
        return Target.unsaved(job.about().isBlank() ? job.host() : job.about(), host);
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public String name() {
        return "cancel-job";
    }

    @Override
    public String preview() {
        return "ends job " + job.id() + " on " + job.host() + " (" + job.what() + ") with all its processes"
                + (job.state() == JobState.RUNNING
                        ? ""
                        : "; it is " + job.state().label() + " already");
    }

    @Override
    public String statement() {
        return "kill -s TERM of the process group of job " + job.id() + ", after 10 s kill -s KILL";
    }

    @Override
    public Danger danger() {
        return Danger.ORDINARY;
    }

    @Override
    public Outcome run() throws FaultException {
        long begun = System.nanoTime();
        jobs.cancel(job.id());
        boolean ended = jobs.find(job.id())
                .filter(now -> now.state() == JobState.RUNNING)
                .isEmpty();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        return new Outcome(ended, ended ? "ended, with all its processes" : "still there", took);
    }
}
