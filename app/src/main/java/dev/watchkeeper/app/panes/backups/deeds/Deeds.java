package dev.watchkeeper.app.panes.backups.deeds;

import dev.watchkeeper.app.panes.backups.BackupDeeds;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.workbench.ScheduleBoard;
import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.BackupKind;
import dev.watchkeeper.backup.CatalogReader;
import dev.watchkeeper.backup.schedule.Schedule;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Engine;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What can be done with the backups of the pane's server. Lives on the FX thread. */
public final class Deeds implements BackupDeeds {
    private final PaneContext context;
    private final CatalogReader catalog;
    private final ZoneId zone;
    private final JobWatches watches;
    private final ScheduleWatches schedules;

    /** @param zone in which weeks begin, for what is kept */
    public Deeds(PaneContext context, CatalogReader catalog, ZoneId zone) {
        this.context = context;
        this.catalog = catalog;
        this.zone = zone;
        this.watches = new JobWatches(context);
        this.schedules = new ScheduleWatches(context);
    }

    @Override
    public List<Deed> general() {
        Optional<String> whyNot = nowhere();
        return List.of(
                new Deed("Back up now…", "N", whyNot, () -> making().open(false)),
                new Deed("Retention…", "", whyNot, () -> new Retention(context, catalog, zone).open()));
    }

    @Override
    public Deed schedule() {
        Optional<String> whyNot = context.target().endpoint().engine() == Engine.REDIS
                ? Optional.of("Redis saves by a clock of its own: CONFIG SET save")
                : nowhere();
        return new Deed("Back up by the clock…", "S", whyNot, () -> making().open(true));
    }

    private MakingDialog making() {
        return new MakingDialog(context, this::begun, schedules::lookNow, zone);
    }

    private Optional<String> nowhere() {
        return context.target().placement().backups().isEmpty()
                ? Optional.of("connections.yaml does not say where backups belong")
                : Optional.empty();
    }

    @Override
    public List<Deed> of(Backup backup) {
        if (backup.kind() == BackupKind.WAL) {
            return List.of();
        }
        return List.of(new Deed("Verify…", "", Optional.empty(), () -> verify(backup)));
    }

    private void verify(Backup backup) {
        context.background("plan a check", () -> {
            try {
                Action action = context.backupDesk().verify(backup, true);
                context.fx().run(() -> context.act(action, outcome -> begun()));
            } catch (FaultException e) {
                context.complain(e.fault());
            }
        });
    }

    private void begun() {
        watches.lookNow();
    }

    @Override
    public Watch watch(Consumer<List<Job>> listener) {
        Watch watch = watches.watch(jobs -> {
            context.running((int) jobs.stream()
                    .filter(job -> job.state() == Job.State.RUNNING)
                    .count());
            listener.accept(jobs);
        });
        return () -> {
            watch.close();
            context.running(0);
        };
    }

    @Override
    public Watch watchSchedules(Consumer<ScheduleBoard.Seen> listener) {
        return schedules.watch(listener);
    }

    @Override
    public void lookAtSchedules() {
        schedules.lookNow();
    }

    @Override
    public void remove(Schedule schedule) {
        context.background("plan a removal", () -> {
            try {
                Action action = context.schedules().remove(schedule);
                context.fx().run(() -> context.act(action, outcome -> schedules.lookNow()));
            } catch (FaultException e) {
                context.complain(e.fault());
            }
        });
    }

    @Override
    public void follow(Job job) {
        new JobLog(context, job).open();
    }

    @Override
    public void cancel(Job job) {
        context.background("plan an end", () -> {
            try {
                Action action = context.jobs().cancel(job.host(), job.id());
                context.fx().run(() -> context.act(action, outcome -> begun()));
            } catch (FaultException e) {
                context.complain(e.fault());
            }
        });
    }
}
