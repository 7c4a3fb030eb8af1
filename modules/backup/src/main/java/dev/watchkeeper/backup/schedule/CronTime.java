package dev.watchkeeper.backup.schedule;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When cron runs something: the five fields of a crontab. When the clocks change, it does as Debian's cron(8): what stands
 * at a fixed time in the hour that is left out runs right after it, and in the hour that comes twice only once; what begins
 * with {@code *} goes by the clock on the wall.
 */
public final class CronTime {
    /** From one February 29 to the next it may take so long. */
    private static final int YEARS = 8;

    private static final Map<String, String> NICKNAMES = Map.of(
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *",
            "@monthly", "0 0 1 * *",
            "@weekly", "0 0 * * 0",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@hourly", "0 * * * *");

    private final String text;
    private final Map<CronField, BitSet> values = new EnumMap<>(CronField.class);
    private final Map<CronField, Boolean> stars = new EnumMap<>(CronField.class);

    private CronTime(String[] fields) throws FaultException {
        text = String.join(" ", fields);
        Iterator<String> words = List.of(fields).iterator();
        for (CronField field : CronField.values()) {
            String word = words.next();
            values.put(field, field.read(word));
            stars.put(field, word.startsWith("*"));
        }
    }

    /**
     * Reads five fields, with any blanks between.
     *
     * @throws FaultException BAD_INPUT that names the field and what is allowed in it
     */
    public static CronTime of(String text) throws FaultException {
        String[] fields = text.strip().split("\\s+", -1);
        if (fields.length != CronField.values().length) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "“" + text.strip() + "” has " + (text.isBlank() ? "no" : fields.length)
                            + (fields.length == 1 && !text.isBlank() ? " field" : " fields")
                            + ", a time of cron's has five",
                    "Minute, hour, day of the month, month, day of the week: '0 2 * * *' is each day at 02:00");
        }
        return new CronTime(fields);
    }

    /** What stands in somebody's crontab, also {@code @daily}; empty if it is no time: {@code @reboot}. */
    public static Optional<CronTime> read(String text) {
        try {
            return Optional.of(of(NICKNAMES.getOrDefault(text.strip(), text)));
        } catch (FaultException e) {
            return Optional.empty();
        }
    }

    /** The five fields, with one blank between. */
    public String text() {
        return text;
    }

    /** In words: {@code each day at 02:00}. */
    public String words() {
        return new CronWords(this).words();
    }

    /** The same for systemd, of which one line or the other applies: see systemd.time(7). */
    public List<String> calendar() {
        return CronCalendar.of(this);
    }

    BitSet values(CronField field) {
        return values.getOrDefault(field, new BitSet());
    }

    /** Whether it begins with a star: then it restricts nothing, or goes along with what the other day says. */
    boolean isStar(CronField field) {
        return stars.getOrDefault(field, false);
    }

    boolean isEvery(CronField field) {
        return values(field).cardinality() == field.last() - field.least() + 1;
    }

    /** Where both days are restricted, one of them is enough. */
    boolean isEither() {
        return !isStar(CronField.DAY) && !isStar(CronField.WEEKDAY);
    }

    /** The next moments after that one, by clocks of that zone; fewer, or none, if it never comes: February 30. */
    public List<Instant> next(Instant after, ZoneId zone, int count) {
        List<Instant> found = new ArrayList<>();
        LocalDate day = after.atZone(zone).toLocalDate();
        LocalDate end = day.plusYears(YEARS);
        while (found.size() < count && !day.isAfter(end)) {
            if (isOn(day)) {
                times(day, zone).stream()
                        .filter(at -> at.isAfter(after))
                        .limit(count - found.size())
                        .forEach(found::add);
                end = day.plusYears(YEARS);
            }
            day = day.plusDays(1);
        }
        return found;
    }

    private boolean isOn(LocalDate day) {
        boolean date = values(CronField.DAY).get(day.getDayOfMonth());
        boolean weekday = values(CronField.WEEKDAY).get(day.getDayOfWeek().getValue() % 7);
        return values(CronField.MONTH).get(day.getMonthValue()) && (isEither() ? date || weekday : date && weekday);
    }

    private SortedSet<Instant> times(LocalDate day, ZoneId zone) {
        SortedSet<Instant> times = new TreeSet<>();
        values(CronField.HOUR).stream()
                .forEach(hour -> values(CronField.MINUTE).stream()
                        .forEach(minute -> add(day.atTime(hour, minute), zone, times)));
        return times;
    }

    private void add(LocalDateTime wall, ZoneId zone, Set<Instant> times) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(wall);
        boolean fixed = !isStar(CronField.MINUTE) && !isStar(CronField.HOUR);
        if (offsets.isEmpty() && fixed) {
            times.add(zone.getRules().getTransition(wall).getInstant());
        }
        offsets.stream().limit(fixed ? 1 : 2).forEach(offset -> times.add(wall.toInstant(offset)));
    }
}
