package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.reports.Times;
import dev.watchkeeper.app.workbench.ScheduleBoard;
import dev.watchkeeper.backup.schedule.Clockwork;
import dev.watchkeeper.backup.schedule.LastRun;
import dev.watchkeeper.backup.schedule.Schedule;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is said of something that a host does by the clock.
 *
 * @param when in words, and by which zone if that is not the workstation's; when next, by the workstation's
 * @param where the host, and where on it that stands
 * @param trouble what is wrong with it
 */
record ScheduleWords(String when, String where, Optional<Trouble> trouble) {
    /**
     * Something that is wrong.
     *
     * @param word for a badge
     * @param isBad whether it hurts now
     */
    record Trouble(String word, String sentence, boolean isBad) {}

    private static final Pattern HOUR = Pattern.compile("[0-9]:[0-9]");

    static ScheduleWords of(Schedule one, ScheduleBoard.Seen seen, Times times) {
        Optional<Clockwork> clockwork = seen.hosts().stream()
                .filter(host -> host.host().equals(one.host()))
                .map(host -> host.clockwork())
                .findFirst();
        String words = one.inWords();
        String zone = clockwork
                .map(Clockwork::zone)
                .filter(there -> isOther(there, times))
                // a rhythm is the same everywhere
                .filter(there -> HOUR.matcher(words).find())
                .map(there -> " (" + there + ")")
                .orElse("");
        String next = one.next().map(at -> ", next " + times.minute(at)).orElse("");
        return new ScheduleWords(
                words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + zone + next,
                BackupWords.host(one.host()) + " · " + one.where()
                        + one.user().map(user -> " as " + user).orElse(""),
                one.last().flatMap(last -> failed(last, times)).or(() -> standsStill(one, clockwork)));
    }

    private static boolean isOther(ZoneId there, Times times) {
        return !there.getRules()
                .getOffset(times.now())
                .equals(times.zone().getRules().getOffset(times.now()));
    }

    private static Optional<Trouble> failed(LastRun last, Times times) {
        String at = last.at().map(moment -> " " + times.minute(moment)).orElse("");
        return last.trouble().map(why -> new Trouble("failed", "failed last time," + at + ": " + why, true));
    }

    private static Optional<Trouble> standsStill(Schedule one, Optional<Clockwork> clockwork) {
        boolean still = !one.where().endsWith(".timer")
                && clockwork.filter(there -> !there.cronRuns()).isPresent();
        return still
                ? Optional.of(new Trouble("stands still", "no process of cron was seen there", false))
                : Optional.empty();
    }
}
