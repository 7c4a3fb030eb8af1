package dev.watchkeeper.backup.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that a host does by the clock.
 *
 * @param where the crontab or the unit in which it stands: {@code crontab of postgres}, {@code pgbackrest-full.timer}
 * @param when as it stands there: {@code 0 2 * * *}, {@code *-*-* 02:00:00}; may be empty for a timer
 * @param user as whom it runs; empty if that is not told
 * @param what in words, where somebody wrote some; else the command
 * @param command what runs
 * @param ownId the name under which Watchkeeper wrote it; empty if somebody else did
 * @param next when it runs next; empty if that is not known, or never
 * @param last how it went; empty if that can't be told: cron remembers nothing
 */
public record Schedule(
        String host,
        String where,
        String when,
        Optional<String> user,
        String what,
        String command,
        Optional<String> ownId,
        Optional<Instant> next,
        Optional<LastRun> last) {
    /** When, in words as far as there are some: {@code each day at 02:00}. */
    public String inWords() {
        return where.endsWith(".timer")
                ? TimerWords.of(when)
                : CronTime.read(when).map(CronTime::words).orElse(when);
    }
}
