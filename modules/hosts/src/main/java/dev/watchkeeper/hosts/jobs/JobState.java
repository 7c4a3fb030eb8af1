package dev.watchkeeper.hosts.jobs;

import java.util.Locale;

/** What became of a job. */
public enum JobState {
    RUNNING,
    /** Ended with status 0. */
    DONE,
    /** Ended with another status, or cancelled. */
    FAILED,
    /** Nobody runs it any more, and it did not say how it ended: the host was started anew, or it was killed. */
    LOST;

    /** As it stands in JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
