package dev.watchkeeper.backup.make;

import dev.watchkeeper.hosts.jobs.JobOrder;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.postgres.backup.SavedSize;
import java.util.ArrayList;
import java.util.List;

/** Plans {@code pg_basebackup}. */
final class BasePlanner {
    private static final int INCREMENTAL = 17;

    private final Occasion occasion;
    private final SavedSize size;
    private final String folder;

    BasePlanner(Occasion occasion, SavedSize size, String folder) {
        this.occasion = occasion;
        this.size = size;
        this.folder = folder;
    }

    BackupPlan plan(BackupWish.Base wish) throws FaultException {
        Tools tools = Tools.on(occasion.host(), "pg_basebackup", "pg_verifybackup");
        Tool tool = tools.forServer("pg_basebackup", size.major(), size.version());
        Tool verify = tools.beside(tool, "pg_verifybackup");
        List<String> arguments = arguments(wish, tool);
        String name = occasion.fileName(wish.since().isPresent() ? "incr" : "base", "");
        TaskText task = new TaskText()
                .before(LibpqVariables.exports(
                        occasion.target(),
                        occasion.host().name(),
                        occasion.target().endpoint().database()))
                .setJson("engine", "pg_basebackup")
                .setJson("kind", wish.since().isPresent() ? "incr" : "basebackup")
                .setJson("database", "")
                .setJson("about", occasion.target().name())
                .setJson("server_version", size.version())
                .set("tool", tool.path())
                .set("tool_version", tool.version())
                .set("verify", verify.path())
                .into(folder)
                .set("name", name)
                .arguments(arguments);
        List<String> typed = new ArrayList<>(List.of(tool.path()));
        typed.addAll(arguments);
        typed.addAll(List.of("-D", folder + "/" + name));
        String preview = "copies the whole cluster (" + Sizes.bytes(size.clusterBytes()) + ", PostgreSQL "
                + size.version() + ") as " + name + " into " + occasion.where(folder) + " with pg_basebackup "
                + tool.version() + ", then has pg_verifybackup compare every file";
        return BackupPlan.of(
                "backup",
                preview,
                LibpqVariables.typed(
                        occasion.target(), occasion.target().endpoint().database(), typed),
                new JobOrder(
                        "pg_basebackup as " + name,
                        occasion.target().name(),
                        task.of("unpack.sh", "check-base.sh", "base.sh"),
                        LibpqVariables.passwordFile(occasion.password())));
    }

    private List<String> arguments(BackupWish.Base wish, Tool tool) throws FaultException {
        if (!wish.tar() && size.tablespaces() > 0) {
            throw new FaultException(
                    FaultKind.UNSUPPORTED,
                    "the server has " + Sizes.of(size.tablespaces(), "tablespace", "tablespaces")
                            + " outside of its data directory: as plain files they would come to lie at the same paths on "
                            + occasion.host().name() + ", not in the backup",
                    "Say --format tar: there each is a file beside the others");
        }
        List<String> words = new ArrayList<>(List.of(
                wish.tar() ? "--format=tar" : "--format=plain",
                "--wal-method=stream",
                "--checkpoint=fast",
                "--progress",
                "--no-password",
                "--label=watchkeeper " + occasion.target().name()));
        if (wish.compress().isPresent()) {
            if (!wish.tar()) {
                throw new FaultException(
                        FaultKind.BAD_INPUT,
                        "a base backup as a data directory is not compressed",
                        "Say --format tar as well, or leave --compress out");
            }
            words.add("--compress=" + wish.compress().get());
        }
        if (wish.since().isPresent()) {
            if (size.major() < INCREMENTAL || tool.major() < INCREMENTAL) {
                throw new FaultException(
                        FaultKind.UNSUPPORTED,
                        "PostgreSQL " + size.version() + " makes no incremental base backups",
                        "They are there from 17 on; pgBackRest makes them of every version");
            }
            words.add("--incremental=" + wish.since().get() + "/backup_manifest");
        }
        return words;
    }
}
