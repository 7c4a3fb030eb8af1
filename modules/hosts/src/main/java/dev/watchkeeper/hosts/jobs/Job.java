package dev.watchkeeper.hosts.jobs;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A job as its host tells of it.
 *
 * @param host the host's name
 * @param id unique on the host, and of all likelihood elsewhere
 * @param what it does, in words
 * @param about the target for which it was begun
 * @param exit its exit status; empty while it runs and if it was lost
 * @param cancelled whether somebody ended it
 * @param startedAt by the host's clock
 * @param stoppedAt by the host's clock; empty while it runs and if it was lost
 * @param logBytes how much it has said
 * @param lastWords the last line of that
 * @param via what who began it calls the host; empty if that is not known. One machine may have several names
 */
public record Job(
        String host,
        String id,
        String what,
        String about,
        JobState state,
        OptionalInt exit,
        boolean cancelled,
        Optional<Instant> startedAt,
        Optional<Instant> stoppedAt,
        long logBytes,
        String lastWords,
        String via) {
    /** Whether the host is called here as it was when the job was begun. */
    public boolean isUnderItsName() {
        return via.equals(host);
    }
}
