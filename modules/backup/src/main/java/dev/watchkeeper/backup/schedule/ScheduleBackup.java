package dev.watchkeeper.backup.schedule;

import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.hosts.jobs.JobOrder;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Target;
import java.time.Duration;

/** Has a host make a backup again and again, by its crontab. */
public final class ScheduleBackup implements Action {
    private final Target target;
    private final Host host;
    private final JobOrder order;
    private final String when;

    /** @throws FaultException BAD_INPUT if the time makes no sense */
    public ScheduleBackup(Target target, Host host, JobOrder order, String when) throws FaultException {
        this.target = target;
        this.host = host;
        this.order = order;
        this.when = CronTime.check(when);
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public String name() {
        return "schedule-backup";
    }

    @Override
    public String preview() {
        return "writes into the crontab on " + host.name() + ", to run at " + when + " of the host's time: "
                + order.what() + ", each time with the time in its name"
                + (order.passwords().isPresent()
                        ? ". The password stays here: ~/.pgpass of the host's user has to have it"
                        : "");
    }

    @Override
    public String statement() {
        return when + " /bin/sh ~/.local/state/watchkeeper/schedules/….sh";
    }

    @Override
    public Danger danger() {
        return Danger.ORDINARY;
    }

    @Override
    public Outcome run() throws FaultException {
        long begun = System.nanoTime();
        String line = new Schedules(host).write(order, when);
        return new Outcome(true, "it stands there: " + line, Duration.ofNanos(System.nanoTime() - begun));
    }
}
