package dev.watchkeeper.backup.retention;

import dev.watchkeeper.hosts.HostFinder;
import dev.watchkeeper.hosts.Ran;
import dev.watchkeeper.hosts.ShellFile;
import dev.watchkeeper.hosts.ShellWords;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Has pgBackRest apply the rules of its own configuration. */
final class Expire extends HostChange {
    private static final ShellFile SCRIPT = ShellFile.beside(Expire.class, "expire.sh");

    private final BackupSource.PgBackRest source;

    Expire(Target target, HostFinder hosts, BackupSource.PgBackRest source) {
        super(target, hosts, source.host());
        this.source = source;
    }

    @Override
    public String preview() {
        return "has pgBackRest on " + host()
                + " remove what its own configuration no longer keeps (repo1-retention-full"
                + " and the like)"
                + source.stanza().map(name -> " of stanza " + name).orElse("");
    }

    @Override
    public String statement() {
        List<String> words = new ArrayList<>(List.of("pgbackrest"));
        source.stanza().ifPresent(name -> words.add("--stanza=" + name));
        source.config().ifPresent(file -> words.add("--config=" + file));
        words.add("expire");
        return ShellWords.join(words);
    }

    @Override
    String script() {
        SequencedMap<String, String> given = new LinkedHashMap<>();
        given.put("stanza", source.stanza().orElse(""));
        given.put("config", source.config().orElse(""));
        return SCRIPT.with(given);
    }

    @Override
    String done(Ran ran, long gone) {
        long removed = ran.text()
                .lines()
                .filter(line -> line.contains("remove expired backup"))
                .count();
        return removed == 0 ? "nothing was to expire" : removed + " backups expired";
    }
}
