package dev.watchkeeper.backup.retention;

import dev.watchkeeper.hosts.HostFinder;
import dev.watchkeeper.hosts.Ran;
import dev.watchkeeper.hosts.ShellFile;
import dev.watchkeeper.hosts.ShellWords;
import dev.watchkeeper.kernel.target.Target;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Takes archived WAL away that is older than every base backup that stays. */
final class RemoveWal extends HostChange {
    private static final ShellFile SCRIPT = ShellFile.beside(RemoveWal.class, "remove-wal.sh");

    private final String folder;
    private final String first;

    RemoveWal(Target target, HostFinder hosts, String host, String folder, String first) {
        super(target, hosts, host);
        this.folder = folder;
        this.first = first;
    }

    @Override
    public String preview() {
        return "removes archived WAL before " + first + " from " + folder + " on " + host()
                + ": no base backup that stays needs it";
    }

    @Override
    public String statement() {
        return "pg_archivecleanup " + ShellWords.quote(folder) + " " + first;
    }

    @Override
    String script() {
        SequencedMap<String, String> given = new LinkedHashMap<>();
        given.put("folder", folder);
        given.put("first", first);
        return SCRIPT.with(given);
    }

    @Override
    String done(Ran ran, long gone) {
        return ran.text().strip();
    }
}
