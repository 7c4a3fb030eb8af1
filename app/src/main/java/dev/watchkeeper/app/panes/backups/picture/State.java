package dev.watchkeeper.app.panes.backups.picture;

import dev.watchkeeper.backup.Backup;
import java.time.Duration;
import java.time.Instant;

/** How a backup is, at one glance. */
public enum State {
    GOOD,
    RUNNING,
    /** It can't be used. */
    FAILED;

    /** What was begun earlier than this and is not complete was broken off. */
    private static final Duration LONG = Duration.ofDays(1);

    public static State of(Backup backup, Instant now) {
        if (backup.error().isEmpty()) {
            return backup.proof().filter(proof -> !proof.good()).isPresent() ? FAILED : GOOD;
        }
        boolean runs = backup.unfinished()
                && backup.startedAt().filter(at -> at.isAfter(now.minus(LONG))).isPresent();
        return runs ? RUNNING : FAILED;
    }
}
