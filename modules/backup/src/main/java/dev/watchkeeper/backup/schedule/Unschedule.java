package dev.watchkeeper.backup.schedule;

import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Target;
import java.time.Duration;

/** Takes away a backup by the clock that {@link ScheduleBackup} wrote. */
public final class Unschedule implements Action {
    private final Target target;
    private final Host host;
    private final Schedule schedule;
    private final String id;

    public Unschedule(Target target, Host host, Schedule schedule, String id) {
        this.target = target;
        this.host = host;
        this.schedule = schedule;
        this.id = id;
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public String name() {
        return "unschedule-backup";
    }

    @Override
    public String preview() {
        return (isTimer() ? "takes away " : "takes this out of the ") + schedule.where() + " on " + host.name() + ": "
                + schedule.inWords() + ", " + schedule.what() + ". What it has saved stays";
    }

    @Override
    public String statement() {
        return isTimer()
                ? "systemctl disable --now " + schedule.where()
                : "crontab -l | grep -Fv watchkeeper/schedules/" + id + ".sh | crontab -";
    }

    private boolean isTimer() {
        return schedule.where().endsWith(".timer");
    }

    @Override
    public Danger danger() {
        return Danger.ORDINARY;
    }

    @Override
    public Outcome run() throws FaultException {
        long begun = System.nanoTime();
        new Schedules(host).remove(id);
        return new Outcome(true, "it is gone", Duration.ofNanos(System.nanoTime() - begun));
    }
}
