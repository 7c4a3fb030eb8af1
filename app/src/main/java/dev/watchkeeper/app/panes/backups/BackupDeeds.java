package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.workbench.ScheduleBoard;
import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.schedule.Schedule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** What can be done with the backups of one server, and what is being done. Everything here is called on the FX thread. */
public interface BackupDeeds {
    /**
     * One thing that can be done.
     *
     * @param label for a button, in sentence case: {@code Back up now…}
     * @param key as it stands on the keyboard; empty if it has none
     * @param whyNot why it can't be done now; empty if it can
     * @param run asks what has to be known, confirms, and begins
     */
    record Deed(String label, String key, Optional<String> whyNot, Runnable run) {}

    /**
     * Long work on a host.
     *
     * @param what in words: {@code full backup of pg-bill-1}
     * @param share how much is done, from 0 to 1, where the tool tells
     * @param note the rest: {@code 6 min left}, {@code exit status 1: no space left}; may be empty
     */
    record Job(
            String id,
            String what,
            String host,
            State state,
            OptionalDouble share,
            String note,
            Instant startedAt,
            Optional<Instant> stoppedAt) {
        /** What has become of it. */
        public enum State {
            RUNNING,
            DONE,
            FAILED,
            /** The host does not know of it any more. */
            LOST
        }
    }

    /** Tells no more. */
    @FunctionalInterface
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** Those that are about no single backup: back up now, retention. */
    List<Deed> general();

    /** Those that are about this one: verify. */
    List<Deed> of(Backup backup);

    /**
     * Follows the jobs of this server.
     *
     * @param listener called with all of them, the newest first, at once and whenever something about them changes
     */
    Watch watch(Consumer<List<Job>> listener);

    /** One that has a backup made again and again. */
    Deed schedule();

    /**
     * Tells what the hosts do by the clock, each time after {@link #lookAtSchedules} or a change.
     *
     * @param listener called with all of it, also with what could not be read
     */
    Watch watchSchedules(Consumer<ScheduleBoard.Seen> listener);

    /** Has the hosts asked now; the answer goes to the watches. */
    void lookAtSchedules();

    /** Confirms, and takes away what Watchkeeper wrote. */
    void remove(Schedule schedule);

    /** Shows what the job writes, as it writes it. */
    void follow(Job job);

    /** Confirms, and ends it with all that it started. */
    void cancel(Job job);
}
