package dev.watchkeeper.backup.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    private ScheduleText() {}

    static List<Schedule> read(String host, String text) {
        List<Schedule> found = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            String[] parts = line.split("\t", 5);
            switch (parts[0]) {
                case "cron" -> cron(host, parts).ifPresent(found::add);
                case "system" -> system(host, parts).ifPresent(found::add);
                case "timer" -> timer(host, parts).ifPresent(found::add);
                default -> {}
            }
        }
        return found.stream()
                .filter(one -> BACKUP.matcher((one.where() + " " + one.command()).toLowerCase(Locale.ROOT))
                        .find())
                .toList();
    }

    private static Optional<Schedule> cron(String host, String[] parts) {
        Matcher line = matcher(CRON, parts);
        return line.matches()
                ? Optional.of(new Schedule(
                        host, parts[1], blanks(line.group(1)), Optional.empty(), line.group(2), own(line.group(2))))
                : Optional.empty();
    }

    private static Optional<Schedule> system(String host, String[] parts) {
        Matcher line = matcher(SYSTEM, parts);
        return line.matches()
                ? Optional.of(new Schedule(
                        host,
                        parts[1],
                        blanks(line.group(1)),
                        Optional.of(line.group(2)),
                        line.group(3),
                        Optional.empty()))
                : Optional.empty();
    }

    /** Comments and settings of variables are no lines of a table; tabs may stand in it. */
    private static Matcher matcher(Pattern pattern, String[] parts) {
        String text = String.join("\t", List.of(parts).subList(Math.min(2, parts.length), parts.length));
        boolean isLine = !text.strip().startsWith("#") && !text.matches("\\s*[A-Za-z_]\\w*\\s*=.*");
        return pattern.matcher(isLine ? text : "");
    }

    private static Optional<Schedule> timer(String host, String[] parts) {
        if (parts.length < 5 || parts[4].isBlank()) {
            return Optional.empty();
        }
        Optional<String> user = Optional.of(parts[3].strip()).filter(name -> !name.isEmpty());
        return Optional.of(new Schedule(host, parts[1], parts[2].strip(), user, parts[4].strip(), Optional.empty()));
    }

    private static String blanks(String when) {
        return when.strip().replaceAll("\\s+", " ");
    }

    private static Optional<String> own(String command) {
        Matcher matcher = OWN.matcher(command);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
