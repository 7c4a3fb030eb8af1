package dev.watchkeeper.backup.schedule;

import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.hosts.jobs.JobOrder;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import java.time.Duration;
import java.util.stream.Collectors;

/** Has a host make a backup again and again, by its crontab or by a timer of systemd's. */
public final class ScheduleBackup implements Action {
    private final Target target;
    private final Host host;
    private final JobOrder order;
    private final CronTime when;
    private final Keeper keeper;
    private final Clockwork clockwork;

    private ScheduleBackup(
            Target target, Host host, JobOrder order, CronTime when, Keeper keeper, Clockwork clockwork) {
        this.target = target;
        this.host = host;
        this.order = order;
        this.when = when;
        this.keeper = keeper;
        this.clockwork = clockwork;
    }

    /**
     * Looks who watches the clock there; blocks.
     *
     * @throws FaultException UNSUPPORTED if nobody does, or not the one who is wanted
     */
    public static ScheduleBackup on(Host host, Target target, JobOrder order, ByTheClock wish) throws FaultException {
        Clockwork clockwork = new Schedules(host).clockwork();
        Keeper keeper = wish.keeper()
                .orElse(
                        clockwork.keepers().contains(Keeper.CRON)
                                        || clockwork.keepers().isEmpty()
                                ? Keeper.CRON
                                : Keeper.TIMER);
        if (!clockwork.keepers().contains(keeper)) {
            boolean cron = keeper == Keeper.CRON;
            throw new FaultException(
                    FaultKind.UNSUPPORTED,
                    cron
                            ? "there is no crontab on " + host.name()
                                    + (wish.keeper().isPresent() ? "" : ", nor a systemd that answers")
                            : "systemd on " + host.name() + " does not answer",
                    cron
                            ? "Install it there: the package cron"
                            : "For a user who is not logged in there, have root run loginctl enable-linger; or let"
                                    + " cron do it");
        }
        return new ScheduleBackup(target, host, timeless(order), wish.when(), keeper, clockwork);
    }

    /** The name that a file would get now is not the one that it gets then. */
    private static JobOrder timeless(JobOrder order) {
        return new JobOrder(
                order.what().replaceAll("[0-9]{8}T[0-9]{6}Z", "…"), order.about(), order.task(), order.passwords());
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
        return "writes into " + Schedules.place(keeper) + " on " + host.name() + ", to run " + when.words()
                + " by the host's clock (" + clockwork.zone() + "): " + order.what()
                + (order.what().contains("…") ? ", each time with the time in its name" : "") + password()
                + standsStill();
    }

    private String password() {
        return order.passwords().isPresent()
                ? ". The password stays here: ~/.pgpass of the host's user has to have it"
                : "";
    }

    private String standsStill() {
        return keeper == Keeper.CRON && !clockwork.cronRuns()
                ? ". No process of cron was seen there: until it is started, nothing runs"
                : "";
    }

    @Override
    public String statement() {
        String script = "/bin/sh ~/.local/state/watchkeeper/schedules/….sh";
        return keeper == Keeper.CRON
                ? when.text() + " " + script
                : when.calendar().stream()
                        .map(line -> "OnCalendar=" + line)
                        .collect(Collectors.joining("\n", "", "\nExecStart=" + script + " wait"));
    }

    @Override
    public Danger danger() {
        return Danger.ORDINARY;
    }

    @Override
    public Outcome run() throws FaultException {
        long begun = System.nanoTime();
        String line = new Schedules(host).write(order, when, keeper);
        return new Outcome(true, "it stands there: " + line, Duration.ofNanos(System.nanoTime() - begun));
    }
}
