package dev.watchkeeper.backup.make;

import dev.watchkeeper.backup.schedule.ByTheClock;
import dev.watchkeeper.kernel.host.BackupSource;
import java.util.Optional;

/**
 * Where a backup is to run, and to lie.
 *
 * @param source that place of connections.yaml, whatever else is said; empty for the first that fits the rest
 * @param host empty for any
 * @param folder another folder than the file's; of pgBackRest the stanza, of Barman the server; empty for the file's
 * @param detached whether to return as soon as the job runs
 * @param schedule when the host is to do it again and again; empty for now
 */
public record Where(
        Optional<BackupSource> source,
        Optional<String> host,
        Optional<String> folder,
        boolean detached,
        Optional<ByTheClock> schedule) {
    /** As connections.yaml says, and staying with it. */
    public static final Where USUAL = new Where(Optional.empty(), Optional.empty(), false);

    /** As somebody said it. */
    public Where(Optional<String> host, Optional<String> folder, boolean detached, Optional<ByTheClock> schedule) {
        this(Optional.empty(), host, folder, detached, schedule);
    }

    /** Now, and once. */
    public Where(Optional<String> host, Optional<String> folder, boolean detached) {
        this(host, folder, detached, Optional.empty());
    }

    /** At one of the file's places, not waiting for the end. */
    public static Where at(BackupSource source, Optional<ByTheClock> schedule) {
        return new Where(Optional.of(source), Optional.empty(), Optional.empty(), true, schedule);
    }
}
