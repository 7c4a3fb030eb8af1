package dev.watchkeeper.backup.make;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.BackupKind;
import dev.watchkeeper.hosts.ShellWords;
import dev.watchkeeper.hosts.jobs.JobOrder;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.text.Sizes;
import java.util.Optional;

/** Plans how a backup is checked that is there already. */
final class VerifyPlanner {
    private final Occasion occasion;

    VerifyPlanner(Occasion occasion) {
        this.occasion = occasion;
    }

    BackupPlan plan(Backup backup) throws FaultException {
        if (backup.kind() == BackupKind.WAL) {
            throw new FaultException(
                    FaultKind.UNSUPPORTED,
                    backup.id() + " is an archive of WAL, not a backup",
                    "Whether it has gaps is told by watchkeeper show backups");
        }
        return switch (backup.source()) {
            case BackupSource.PgBackRest source -> pgBackRest(backup, source);
            case BackupSource.Barman source -> barman(backup, source);
            case BackupSource.Dumps source -> dump(backup, source.path());
            case BackupSource.BaseBackups source -> base(backup, source.path());
            case BackupSource.RedisDumps source -> rdb(backup, source.path());
        };
    }

    private BackupPlan pgBackRest(Backup backup, BackupSource.PgBackRest source) throws FaultException {
        Tools.on(occasion.host(), "pgbackrest").require("pgbackrest", "the package pgbackrest");
        String stanza = source.stanza().or(backup::database).orElse("");
        String task = RepositoryPlanner.proof(source)
                .setJson("id", backup.id())
                .set("stanza", stanza)
                .set("config", source.config().orElse(""))
                .of("proof.sh", "check-pgbackrest.sh", "verify-pgbackrest.sh");
        return plan(
                backup,
                "has pgBackRest verify the whole repository of stanza " + stanza
                        + ": it can't do that for one backup alone",
                "pgbackrest --stanza=" + stanza
                        + source.config().map(" --config="::concat).orElse("") + " verify",
                task);
    }

    private BackupPlan barman(Backup backup, BackupSource.Barman source) throws FaultException {
        Tools.on(occasion.host(), "barman").require("barman", "the package barman");
        String server = source.server().or(backup::database).orElse("");
        String task = RepositoryPlanner.proof(source)
                .setJson("id", backup.id())
                .set("server", server)
                .set("backup", backup.id())
                .set("config", source.config().orElse(""))
                .of("proof.sh", "as-barman.sh", "verify-barman.sh");
        return plan(
                backup,
                "has Barman check that backup " + backup.id() + " of " + server + " and its WAL are complete, and"
                        + " compare it with its manifest if it has one",
                "barman check-backup " + server + " " + backup.id() + " && barman verify-backup " + server + " "
                        + backup.id(),
                task);
    }

    private BackupPlan dump(Backup backup, String folder) throws FaultException {
        Optional<Tool> restore = reading(backup);
        String file = file(backup, folder);
        boolean byTool = restore.isPresent() && !backup.isText();
        return plan(
                backup,
                "reads " + occasion.where(file) + " (" + stored(backup) + ") to its end"
                        + (byTool
                                ? " with pg_restore " + restore.get().version()
                                : ", where it says that it is complete"),
                (byTool ? "pg_restore -f /dev/null " : "tail ") + ShellWords.quote(file),
                file(backup, "dump", file)
                        .set("restore", restore.map(Tool::path).orElse(""))
                        .of("unpack.sh", "check-dump.sh", "verify-file.sh"));
    }

    private BackupPlan base(Backup backup, String folder) throws FaultException {
        Tool verify = newest("pg_verifybackup", backup);
        String file = file(backup, folder);
        return plan(
                backup,
                "has pg_verifybackup " + verify.version() + " compare every file of " + occasion.where(file) + " ("
                        + stored(backup) + ") with its manifest",
                "pg_verifybackup " + ShellWords.quote(file),
                file(backup, "base", file)
                        .set("verify", verify.path())
                        .of("unpack.sh", "check-base.sh", "verify-file.sh"));
    }

    private BackupPlan rdb(Backup backup, String folder) throws FaultException {
        Tool check = Tools.on(occasion.host(), "redis-check-rdb")
                .require("redis-check-rdb", "the package redis-tools or redis-server");
        String file = file(backup, folder);
        return plan(
                backup,
                "has redis-check-rdb read " + occasion.where(file),
                "redis-check-rdb " + ShellWords.quote(file),
                file(backup, "rdb", file)
                        .set("check", check.path())
                        .of("unpack.sh", "check-redis.sh", "verify-file.sh"));
    }

    private TaskText file(Backup backup, String how, String file) {
        return new TaskText()
                .setJson("engine", backup.source().engine().label())
                .setJson("kind", backup.kind().label())
                .setJson("about", occasion.target().name())
                .set("how", how)
                .set("file", file);
    }

    private static String file(Backup backup, String folder) throws FaultException {
        if (folder.startsWith("s3://")) {
            throw new FaultException(
                    FaultKind.UNSUPPORTED,
                    "what lies in a bucket can't be checked there",
                    "Copy " + backup.id() + " to a host, and check it there");
        }
        return folder + "/" + backup.id();
    }

    /**
     * Dumps are as new as the pg_dump that made them, which may be newer than the server; a newer pg_restore reads older
     * ones. Empty if there is none, where the dump is SQL as far as one sees.
     */
    private Optional<Tool> reading(Backup backup) throws FaultException {
        Tools tools = Tools.on(occasion.host(), "pg_restore");
        if (backup.isText() && tools.any("pg_restore").isEmpty()) {
            return Optional.empty();
        }
        Tool fitting = newest("pg_restore", backup);
        Tool newest = tools.newest("pg_restore");
        return Optional.of(newest.major() > fitting.major() ? newest : fitting);
    }

    /** One that reads the backup: of its server's version; if that is not known, the newest there is. */
    private Tool newest(String name, Backup backup) throws FaultException {
        Tools tools = Tools.on(occasion.host(), name);
        Optional<Integer> major = backup.serverVersion()
                .map(version -> version.replaceFirst("[^0-9].*", ""))
                .filter(text -> text.matches("[0-9]{1,3}"))
                .map(Integer::valueOf);
        return major.isPresent()
                ? tools.forServer(name, major.get(), backup.serverVersion().orElse(""))
                : tools.newest(name);
    }

    private static String stored(Backup backup) {
        return backup.repoBytes().isPresent() ? Sizes.bytes(backup.repoBytes().getAsLong()) : "size unknown";
    }

    private BackupPlan plan(Backup backup, String preview, String statement, String task) {
        return BackupPlan.of(
                "verify",
                preview,
                statement,
                new JobOrder("check of " + backup.id(), occasion.target().name(), task, Optional.empty()));
    }
}
