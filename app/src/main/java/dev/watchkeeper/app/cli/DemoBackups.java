package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.backup.make.BackupWish;
import dev.watchkeeper.backup.make.Where;
import dev.watchkeeper.kernel.action.ActionDesk;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.workspace.audit.JsonLinesAudit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Backups of the demo's servers, made through the console on the lab's host. Without the tools it is said what is missing. */
final class DemoBackups {
    private final Setting setting;
    private final Lab lab;
    private List<Path> before = List.of();

    private DemoBackups(Setting setting, Lab lab) {
        this.setting = setting;
        this.lab = lab;
    }

    static DemoBackups of(Setting setting, Lab lab) {
        return new DemoBackups(setting, lab);
    }

    /** What there is when somebody begins to look. */
    void first() throws FaultException {
        make(DemoFleet.PRIMARY, BackupWish.Base.usual());
        make(DemoFleet.PRIMARY, dump());
        make(DemoFleet.CACHE, new BackupWish.Rdb());
        before = segments();
    }

    /** Without the table for which a migration of the staged trouble waits: a dump would wait behind it. */
    private static BackupWish.Dump dump() {
        return new BackupWish.Dump(
                Optional.empty(),
                BackupWish.DumpFormat.CUSTOM,
                OptionalInt.empty(),
                Optional.empty(),
                BackupWish.Content.ALL,
                List.of(),
                List.of("invoices"));
    }

    /** Somebody has taken a segment away meanwhile; since then there is a new base backup. */
    void later() throws FaultException {
        List<Path> since = new ArrayList<>(segments());
        since.removeAll(before);
        if (since.size() > 2) {
            Path gone = since.get(since.size() / 2);
            try {
                Files.delete(gone);
                setting.console().note("somebody took " + gone.getFileName() + " out of the archive");
            } catch (IOException e) {
                setting.console().note(gone + " stays in the archive: " + e.getMessage());
            }
        }
        make(DemoFleet.PRIMARY, BackupWish.Base.usual());
        make(DemoFleet.PRIMARY, new BackupWish.Globals());
    }

    private List<Path> segments() {
        try (Stream<Path> files = Files.list(lab.primary().archive())) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9A-F]{24}\\.gz"))
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    /** Written down, but not marked on the charts: what the migration does is to be seen there alone. */
    private static ActionDesk desk(Workbench bench) {
        return new ActionDesk(
                new JsonLinesAudit(bench.folder().audit()),
                bench.surroundings().clock(),
                bench.surroundings().user());
    }

    private void make(String name, BackupWish wish) throws FaultException {
        Console console = setting.console();
        try (Workbench bench = setting.workbench()) {
            Target target = bench.resolve(name);
            try {
                Outcome outcome =
                        desk(bench).run(bench.machines().backupDesk(target).make(wish, Where.USUAL));
                console.note("backup of " + name + ": " + outcome.message());
            } catch (FaultException e) {
                console.note("no backup of " + name + ": " + e.fault().sentence());
            }
        }
    }
}
