package dev.watchkeeper.backup.schedule;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The five fields of a crontab, checked before they are written into one. */
public final class CronTime {
    private record Field(String name, int least, int most) {}

    private static final List<Field> FIELDS = List.of(
            new Field("minute", 0, 59),
            new Field("hour", 0, 23),
            new Field("day of the month", 1, 31),
            new Field("month", 1, 12),
            new Field("day of the week", 0, 7));
    private static final Pattern PART = Pattern.compile("(\\*|([0-9]{1,2})(-([0-9]{1,2}))?)(/([0-9]{1,2}))?");

    private CronTime() {}

    /**
     * The text as it is written, with one blank between its fields.
     *
     * @throws FaultException BAD_INPUT that names the field and what is allowed in it
     */
    public static String check(String text) throws FaultException {
        String[] fields = text.strip().split("\\s+", -1);
        if (fields.length != FIELDS.size()) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "“" + text + "” has " + fields.length + " fields, a time of cron's has five",
                    "Minute, hour, day of the month, month, day of the week: '0 2 * * *' is each day at 02:00");
        }
        for (int i = 0; i < fields.length; i++) {
            for (String part : fields[i].split(",", -1)) {
                check(FIELDS.get(i), part);
            }
        }
        return String.join(" ", fields);
    }

    private static void check(Field field, String part) throws FaultException {
        Matcher matcher = PART.matcher(part);
        boolean fine = matcher.matches()
                && isIn(field, matcher.group(2))
                && isIn(field, matcher.group(4))
                && (matcher.group(6) == null || Integer.parseInt(matcher.group(6)) > 0);
        if (!fine) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "“" + part + "” is no " + field.name() + " of cron's",
                    "It is *, a number from " + field.least() + " to " + field.most()
                            + ", a range like 1-5, a step like */6, or several with commas between");
        }
    }

    private static boolean isIn(Field field, @org.jspecify.annotations.Nullable String number) {
        return number == null
                || (Integer.parseInt(number) >= field.least() && Integer.parseInt(number) <= field.most());
    }
}
