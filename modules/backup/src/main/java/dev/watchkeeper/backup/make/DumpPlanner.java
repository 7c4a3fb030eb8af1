package dev.watchkeeper.backup.make;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.hosts.jobs.JobOrder;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.postgres.backup.SavedSize;
import java.util.ArrayList;
import java.util.List;

/** Plans {@code pg_dump} and {@code pg_dumpall}. */
final class DumpPlanner {
    private static final int COMPRESSES_BY_NAME = 16;

    private final Occasion occasion;
    private final SavedSize size;
    private final String folder;

    DumpPlanner(Occasion occasion, SavedSize size, String folder) {
        this.occasion = occasion;
        this.size = size;
        this.folder = folder;
    }

    BackupPlan plan(BackupWish.Dump wish) throws FaultException {
        Tools tools = Tools.on(occasion.host(), "pg_dump", "pg_restore");
        Tool tool = tools.forServer("pg_dump", size.major(), size.version());
        Tool restore = tools.beside(tool, "pg_restore");
        String database = wish.database().orElse(occasion.target().endpoint().database());
        List<String> arguments = arguments(wish, tool);
        String name = occasion.fileName(database, ending(wish));
        String task = task(tool, database, name, "dump")
                .set("restore", restore.path())
                .setJson("content", content(wish))
                .arguments(arguments)
                .of("unpack.sh", "check-dump.sh", "dump.sh");
        String preview = "saves database " + database + " ("
                + (wish.database().isEmpty() ? Sizes.bytes(size.databaseBytes()) + ", " : "")
                + "PostgreSQL " + size.version() + ") as " + name + " into " + occasion.where(folder)
                + " with pg_dump " + tool.version() + ", then reads it to its end";
        return plan(preview, database, tool, arguments, name, task);
    }

    BackupPlan globals() throws FaultException {
        Tools tools = Tools.on(occasion.host(), "pg_dumpall");
        Tool tool = tools.forServer("pg_dumpall", size.major(), size.version());
        String database = occasion.target().endpoint().database();
        String name = occasion.fileName("globals", ".sql");
        List<String> arguments = List.of("--globals-only", "--database=" + database);
        String task = task(tool, database, name, "dump")
                .setJson("database", "")
                .set("restore", "")
                .arguments(arguments)
                .of("unpack.sh", "check-dump.sh", "dump.sh");
        String preview = "saves roles and tablespaces as " + name + " into " + occasion.where(folder)
                + " with pg_dumpall " + tool.version() + "; hashes of passwords are in it";
        return plan(preview, database, tool, arguments, name, task);
    }

    private BackupPlan plan(
            String preview, String database, Tool tool, List<String> arguments, String name, String task) {
        List<String> typed = new ArrayList<>(List.of(tool.path()));
        typed.addAll(arguments);
        typed.addAll(List.of("-f", folder + "/" + name));
        return BackupPlan.of(
                "backup",
                preview,
                LibpqVariables.typed(occasion.target(), database, typed),
                new JobOrder(
                        tool.name() + " of " + database + " as " + name,
                        occasion.target().name(),
                        task,
                        LibpqVariables.passwordFile(occasion.password())));
    }

    private TaskText task(Tool tool, String database, String name, String kind) {
        return new TaskText()
                .before(LibpqVariables.exports(
                        occasion.target(), occasion.host().name(), database))
                .setJson("engine", "pg_dump")
                .setJson("kind", kind)
                .setJson("database", database)
                .setJson("about", occasion.target().name())
                .setJson("server_version", size.version())
                .set("tool", tool.path())
                .set("tool_version", tool.version())
                .into(folder)
                .set("name", name);
    }

    /** What of the database is in it, if that is not all. */
    private static String content(BackupWish.Dump wish) {
        return switch (wish.content()) {
            case SCHEMA_ONLY -> Backup.SCHEMA;
            case DATA_ONLY -> Backup.DATA;
            case ALL -> wish.tables().isEmpty() && wish.excluded().isEmpty() ? "" : Backup.SOME_TABLES;
        };
    }

    private static String ending(BackupWish.Dump wish) {
        return switch (wish.format()) {
            case CUSTOM -> ".dump";
            case DIRECTORY -> ".dir";
            case TAR -> ".tar";
            case PLAIN ->
                wish.compress()
                        .filter(how -> !how.equals("0") && !how.equals("none"))
                        .map(DumpPlanner::packed)
                        .orElse(".sql");
        };
    }

    private static String packed(String how) {
        return how.startsWith("zstd") ? ".sql.zst" : how.startsWith("lz4") ? ".sql.lz4" : ".sql.gz";
    }

    private static List<String> arguments(BackupWish.Dump wish, Tool tool) throws FaultException {
        List<String> words = new ArrayList<>();
        words.add("--format=" + wish.format().name().toLowerCase(java.util.Locale.ROOT));
        words.add("--verbose");
        words.add("--no-password");
        if (wish.jobs().isPresent()) {
            if (wish.format() != BackupWish.DumpFormat.DIRECTORY) {
                throw new FaultException(
                        FaultKind.BAD_INPUT,
                        "several jobs can only write into a folder",
                        "Say --format directory as well, or leave --jobs out");
            }
            words.add("--jobs=" + wish.jobs().getAsInt());
        }
        if (wish.compress().isPresent()) {
            words.add("--compress=" + compress(wish, tool));
        }
        switch (wish.content()) {
            case ALL -> {}
            case SCHEMA_ONLY -> words.add("--schema-only");
            case DATA_ONLY -> words.add("--data-only");
        }
        wish.tables().forEach(pattern -> words.add("--table=" + pattern));
        wish.excluded().forEach(pattern -> words.add("--exclude-table=" + pattern));
        return words;
    }

    private static String compress(BackupWish.Dump wish, Tool tool) throws FaultException {
        String how = wish.compress().orElse("");
        if (!how.matches("[0-9]") && tool.major() < COMPRESSES_BY_NAME) {
            throw new FaultException(
                    FaultKind.UNSUPPORTED,
                    "pg_dump " + tool.version() + " knows only the degrees 0 to 9 of compression, not " + how,
                    "Methods by name are known from 16 on");
        }
        if (wish.format() == BackupWish.DumpFormat.TAR && !how.equals("0")) {
            throw new FaultException(
                    FaultKind.BAD_INPUT, "a dump as a tar is never compressed", "Choose --format custom for that");
        }
        return how;
    }
}
