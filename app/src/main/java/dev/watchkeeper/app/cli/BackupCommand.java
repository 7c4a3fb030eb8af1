package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.backup.make.BackupWish;
import dev.watchkeeper.backup.make.Where;
import dev.watchkeeper.backup.schedule.ByTheClock;
import dev.watchkeeper.backup.schedule.CronTime;
import dev.watchkeeper.backup.schedule.Keeper;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code watchkeeper backup}. */
@Command(
        name = "backup",
        header = "Makes a backup on a host, and checks it right after.",
        description = {
            "",
            "It runs as a job on the host, which goes on when this command or the network goes: see watchkeeper jobs."
                    + " Versions of tool and server are compared first. A dump is read to its end, a base backup is"
                    + " compared with its manifest, pgBackRest verifies its repository, an RDB file is read by"
                    + " redis-check-rdb; what can't be read back is not kept.",
            "Where it belongs stands in connections.yaml, under the connection's backups:; --host and --to say it anew.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  watchkeeper backup --on billing --kind dump --dry-run",
            "  watchkeeper backup --on billing --kind dump --format directory --jobs 4 --exclude-table 'log.*' --yes",
            "  watchkeeper backup --on billing --kind base --format tar --compress 6 --host backup-1 --to /backups/base",
            "  watchkeeper backup --on billing --kind pgbackrest-incr --detach --yes",
            "  watchkeeper backup --on billing --kind dump --to s3://backups/billing --schedule '0 2 * * *'",
            "  watchkeeper backup --on sessions-cache --kind rdb"
        })
final class BackupCommand implements Callable<Integer> {
    private final Setting setting;

    @Spec
    private CommandSpec spec;

    @Option(names = "--on", required = true, paramLabel = "TARGET", description = "what is to be saved")
    private String on;

    @Option(
            names = "--kind",
            required = true,
            paramLabel = "KIND",
            description = "${COMPLETION-CANDIDATES}",
            completionCandidates = BackupKindConverter.class,
            converter = BackupKindConverter.class)
    private BackupKindWish kind;

    @Option(
            names = "--host",
            paramLabel = "H",
            description = "where it runs: a name of hosts:, an alias of ssh's, or local")
    private @Nullable String host;

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            description = "the folder on that host; of pgBackRest the stanza, of Barman the server")
    private @Nullable String folder;

    @Option(names = "--database", paramLabel = "NAME", description = "another database than the target's (dump)")
    private @Nullable String database;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "of a dump: custom, directory, tar or plain; of a base backup: plain or tar")
    private BackupWish.@Nullable DumpFormat format;

    @Option(names = "--jobs", paramLabel = "N", description = "so many tables at a time (dump into a directory)")
    private @Nullable Integer jobs;

    @Option(names = "--compress", paramLabel = "HOW", description = "0 to 9, or from 16 on a method: zstd:5")
    private @Nullable String compress;

    @Option(names = "--schema-only", description = "no rows (dump)")
    private boolean schemaOnly;

    @Option(names = "--data-only", description = "nothing but rows (dump)")
    private boolean dataOnly;

    @Option(names = "--table", paramLabel = "PATTERN", description = "these tables only; several times (dump)")
    private List<String> tables = new ArrayList<>();

    @Option(names = "--exclude-table", paramLabel = "PATTERN", description = "without these; several times (dump)")
    private List<String> excluded = new ArrayList<>();

    @Option(
            names = "--since",
            paramLabel = "FOLDER",
            description = "only what changed since this base backup: its folder on the host (base, PostgreSQL 17)")
    private @Nullable String since;

    @Option(
            names = "--schedule",
            paramLabel = "CRON",
            description = "not now, but again and again by the host's clock: '0 2 * * *'")
    private @Nullable String schedule;

    @Option(
            names = "--as",
            paramLabel = "KEEPER",
            description = "who watches the clock: cron or timer, systemd's (default: cron where the host has it)")
    private @Nullable Keeper keeper;

    @Option(names = "--detach", description = "don't wait for its end")
    private boolean detach;

    @Mixin
    private Confirmation confirmation;

    BackupCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException {
        BackupWish wish = wish();
        try (Workbench bench = setting.workbench()) {
            Target target = bench.resolve(on);
            Where where = new Where(Optional.ofNullable(host), Optional.ofNullable(folder), detach, byTheClock());
            Action action = Entrance.through(
                    bench, target, () -> bench.machines().backupDesk(target).make(wish, where));
            return confirmation.carryOut(action, bench.desk(), setting.console());
        }
    }

    private Optional<ByTheClock> byTheClock() throws FaultException {
        if (schedule == null) {
            if (keeper != null) {
                throw misread("--as says who watches the clock: it goes with --schedule");
            }
            return Optional.empty();
        }
        return Optional.of(new ByTheClock(CronTime.of(schedule), Optional.ofNullable(keeper)));
    }

    private BackupWish wish() {
        return switch (kind) {
            case DUMP -> dump();
            case GLOBALS -> new BackupWish.Globals();
            case BASE -> base();
            case PGBACKREST_FULL -> new BackupWish.PgBackRest("full");
            case PGBACKREST_DIFF -> new BackupWish.PgBackRest("diff");
            case PGBACKREST_INCR -> new BackupWish.PgBackRest("incr");
            case BARMAN -> new BackupWish.Barman();
            case RDB -> new BackupWish.Rdb();
        };
    }

    private BackupWish dump() {
        if (schemaOnly && dataOnly) {
            throw misread("--schema-only and --data-only together leave nothing");
        }
        if (jobs != null && jobs < 1) {
            throw misread("--jobs is at least 1");
        }
        return new BackupWish.Dump(
                Optional.ofNullable(database),
                format == null ? BackupWish.DumpFormat.CUSTOM : format,
                jobs == null ? OptionalInt.empty() : OptionalInt.of(jobs),
                Optional.ofNullable(compress),
                schemaOnly
                        ? BackupWish.Content.SCHEMA_ONLY
                        : dataOnly ? BackupWish.Content.DATA_ONLY : BackupWish.Content.ALL,
                tables,
                excluded);
    }

    private BackupWish base() {
        if (format != null && format != BackupWish.DumpFormat.TAR && format != BackupWish.DumpFormat.PLAIN) {
            throw misread("a base backup is plain or tar");
        }
        return new BackupWish.Base(
                format == BackupWish.DumpFormat.TAR, Optional.ofNullable(compress), Optional.ofNullable(since));
    }

    private ParameterException misread(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
