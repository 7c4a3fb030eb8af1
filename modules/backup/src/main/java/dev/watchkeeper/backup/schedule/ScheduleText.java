package dev.watchkeeper.backup.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code list.sh} prints: of all that runs by the clock, what is about backups. */
final class ScheduleText {
    private static final Pattern CRON = Pattern.compile("\\s*(@\\w+|(?:\\S+\\s+){4}\\S+)\\s+(.+)");
    private static final Pattern SYSTEM = Pattern.compile("\\s*(@\\w+|(?:\\S+\\s+){4}\\S+)\\s+(\\S+)\\s+(.+)");
    private static final Pattern OWN = Pattern.compile("watchkeeper/schedules/([0-9a-f-]+)\\.sh");
    private static final Pattern BACKUP = Pattern.compile(
            "pg_?dump|pg_basebackup|pgbackrest|barman|wal-g|wal_g|backup|bgsave|--rdb|watchkeeper/schedules");
    private static final String OURS = "watchkeeper, ";
    private static final int TIMER_PARTS = 10;

    private final String host;
    private final ZoneId zone;
    private final Instant now;
    private final String text;
    private final Map<String, LastRun> runs = new HashMap<>();

    /** @param zone by which the host's cron goes */
    ScheduleText(String host, ZoneId zone, Instant now, String text) {
        this.host = host;
        this.zone = zone;
        this.now = now;
        this.text = text;
    }

    List<Schedule> read() {
        List<Schedule> found = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            String[] parts = line.split("\t", TIMER_PARTS);
            switch (parts[0]) {
                case "ran" -> ran(parts);
                case "cron" -> cron(parts[1], matcher(CRON, line)).ifPresent(found::add);
                case "system" -> system(parts[1], matcher(SYSTEM, line)).ifPresent(found::add);
                case "timer" -> timer(parts).ifPresent(found::add);
                default -> {}
            }
        }
        return found.stream()
                .filter(one -> BACKUP.matcher((one.where() + " " + one.command()).toLowerCase(Locale.ROOT))
                        .find())
                .toList();
    }

    private void ran(String[] parts) {
        if (parts.length < 4) {
            return;
        }
        Optional<String> trouble = switch (parts[2]) {
            case "", "0" -> Optional.empty();
            case "lost" -> Optional.of("it did not say how it ended");
            default -> Optional.of("status " + parts[2]);
        };
        runs.put(parts[1], new LastRun(moment(parts[3]), trouble));
    }

    private Optional<Schedule> cron(String where, Matcher line) {
        return line.matches()
                ? Optional.of(schedule(where, line.group(1), Optional.empty(), line.group(2)))
                : Optional.empty();
    }

    private Optional<Schedule> system(String where, Matcher line) {
        return line.matches()
                ? Optional.of(schedule(where, line.group(1), Optional.of(line.group(2)), line.group(3)))
                : Optional.empty();
    }

    private Schedule schedule(String where, String when, Optional<String> user, String command) {
        Matcher own = OWN.matcher(command);
        Optional<String> id = own.find() ? Optional.of(own.group(1)) : Optional.empty();
        String fields = when.strip().replaceAll("\\s+", " ");
        Optional<Instant> next = CronTime.read(fields)
                .flatMap(time -> time.next(now, zone, 1).stream().findFirst());
        // the line as cron takes it: there a percent sign has a backslash before it
        String what = id.isPresent()
                ? ours(command.substring(Math.max(0, command.indexOf(OURS))).replace("\\%", "%"))
                : command;
        return new Schedule(host, where, fields, user, what, command, id, next, id.map(runs::get));
    }

    /** Comments and settings of variables are no lines of a table; tabs may stand in it. */
    private static Matcher matcher(Pattern pattern, String line) {
        String[] parts = line.split("\t", 3);
        String rest = parts.length < 3 ? "" : parts[2];
        boolean isLine = !rest.strip().startsWith("#") && !rest.matches("\\s*[A-Za-z_]\\w*\\s*=.*");
        return pattern.matcher(isLine ? rest : "");
    }

    private Optional<Schedule> timer(String[] parts) {
        if (parts.length < TIMER_PARTS || parts[9].isBlank()) {
            return Optional.empty();
        }
        String command = parts[9].strip();
        Matcher own = OWN.matcher(command);
        Optional<String> id = own.find() ? Optional.of(own.group(1)) : Optional.empty();
        String words = parts[8].strip();
        return Optional.of(new Schedule(
                host,
                parts[1],
                parts[2].strip(),
                Optional.of(parts[3].strip()).filter(name -> !name.isEmpty()),
                id.isPresent() ? ours(words) : words.isEmpty() || words.equals(parts[1]) ? command : words,
                command,
                id,
                moment(parts[4]),
                id.map(runs::get).or(() -> lastRun(parts))));
    }

    /** For a command that goes on, what became of it; a timer that never ran has nothing to tell. */
    private static Optional<LastRun> lastRun(String[] parts) {
        Optional<Instant> at = moment(parts[5]);
        boolean failed = !parts[6].isBlank() && !parts[6].equals("success");
        return at.map(when -> new LastRun(
                Optional.of(when),
                failed
                        ? Optional.of(parts[6].equals("exit-code") ? "status " + parts[7] : parts[6])
                        : Optional.empty()));
    }

    private static String ours(String words) {
        return words.startsWith(OURS) ? words.substring(OURS.length()) : words;
    }

    private static Optional<Instant> moment(String seconds) {
        return seconds.matches("[0-9]{1,12}")
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)))
                : Optional.empty();
    }
}
