package dev.watchkeeper.app.panes.backups.deeds;

import dev.watchkeeper.app.panes.backups.BackupDeeds;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.BackupKind;
import dev.watchkeeper.backup.CatalogReader;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.fault.FaultException;
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

    /** @param zone in which weeks begin, for what is kept */
    public Deeds(PaneContext context, CatalogReader catalog, ZoneId zone) {
        this.context = context;
        this.catalog = catalog;
        this.zone = zone;
        this.watches = new JobWatches(context);
    }

    @Override
    public List<Deed> general() {
        Optional<String> whyNot = nowhere();
        return List.of(
                new Deed("Back up now…", "N", whyNot, () -> new MakingDialog(context, this::begun).open()),
                new Deed("Retention…", "", whyNot, () -> new Retention(context, catalog, zone).open()));
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
        return watches.watch(listener);
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
