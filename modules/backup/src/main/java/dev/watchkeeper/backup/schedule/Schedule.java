package dev.watchkeeper.backup.schedule;

import java.util.Optional;

/**
 * Something that a host does by the clock.
 *
 * @param where the crontab or the unit in which it stands: {@code crontab of postgres}, {@code pgbackrest-full.timer}
 * @param when as it stands there: {@code 0 2 * * *}, {@code *-*-* 02:00:00}
 * @param user as whom it runs; empty if that is not told
 * @param command what runs
 * @param ownId the name under which Watchkeeper wrote it; empty if somebody else did
 */
public record Schedule(
        String host, String where, String when, Optional<String> user, String command, Optional<String> ownId) {}
