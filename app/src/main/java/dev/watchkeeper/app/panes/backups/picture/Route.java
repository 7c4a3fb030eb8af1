package dev.watchkeeper.app.panes.backups.picture;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.RecoveryWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How one gets back to a moment. */
public sealed interface Route {
    Instant moment();

    /**
     * The moment can be had.
     *
     * @param chain the backups that are restored, from the full one on; empty if the catalog doesn't hold them
     * @param wal how much time is replayed on top of them
     */
    record Had(Instant moment, RecoveryWindow window, List<Backup> chain, Duration wal) implements Route {
        public Had {
            chain = List.copyOf(chain);
        }
    }

    /**
     * It can't.
     *
     * @param why in words, as they stand after a colon
     * @param before the nearest moment before it that can be had
     * @param after the nearest one after it
     */
    record Lost(Instant moment, String why, Optional<Near> before, Optional<Near> after) implements Route {}

    /**
     * A moment that can be had.
     *
     * @param with the backup that alone gives it; empty if WAL does
     */
    record Near(Instant at, Optional<Backup> with) {}
}
