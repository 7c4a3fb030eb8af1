package dev.watchkeeper.backup.schedule;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of a crontab's line, in their order, and what may stand in each: see crontab(5). */
enum CronField {
    MINUTE("first", "minute", 0, 59, ""),
    HOUR("second", "hour", 0, 23, ""),
    DAY("third", "day of the month", 1, 31, ""),
    MONTH("fourth", "month", 1, 12, "jan feb mar apr may jun jul aug sep oct nov dec"),
    WEEKDAY("fifth", "day of the week", 0, 7, "sun mon tue wed thu fri sat");

    private static final String VALUE = "([0-9]{1,2}|[a-z]{3})";
    private static final Pattern PART = Pattern.compile("(?:(\\*)|" + VALUE + "(?:-" + VALUE + ")?)(?:/([0-9]{1,2}))?");
    private static final int NONE = -1;

    private final String place;
    private final String title;
    private final int least;
    private final int most;
    /** With blanks between; empty if it knows none. */
    private final String names;

    CronField(String place, String title, int least, int most, String names) {
        this.place = place;
        this.title = title;
        this.least = least;
        this.most = most;
        this.names = names;
    }

    int least() {
        return least;
    }

    /** Sunday is 0 and 7: what is read has it as 0. */
    int last() {
        return this == WEEKDAY ? 6 : most;
    }

    /** The values that a field's text stands for. */
    BitSet read(String text) throws FaultException {
        BitSet all = new BitSet();
        for (String part : text.split(",", -1)) {
            add(part, all);
        }
        if (this == WEEKDAY && all.get(most)) {
            all.clear(most);
            all.set(0);
        }
        return all;
    }

    private void add(String part, BitSet all) throws FaultException {
        Matcher matcher = PART.matcher(part.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw wrong(part, "");
        }
        boolean star = matcher.group(1) != null;
        int from = star ? least : value(matcher.group(2));
        int to = star ? most : matcher.group(3) == null ? from : value(matcher.group(3));
        int step = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
        if (from == NONE || to == NONE || step < 1) {
            throw wrong(part, "");
        }
        if (to < from) {
            throw wrong(part, ": it goes backwards");
        }
        if (matcher.group(4) != null && !star && matcher.group(3) == null) {
            throw wrong(part, ": a step needs * or a range before it");
        }
        for (int i = from; i <= to; i += step) {
            all.set(i);
        }
    }

    private int value(String text) {
        int named = List.of(names.split(" ", -1)).indexOf(text);
        if (named >= 0) {
            return named + least;
        }
        boolean isNumber = Character.isDigit(text.charAt(0));
        int number = isNumber ? Integer.parseInt(text) : NONE;
        return number >= least && number <= most ? number : NONE;
    }

    private FaultException wrong(String part, String why) {
        return new FaultException(
                FaultKind.BAD_INPUT,
                "“" + part + "” is no " + title + " of cron's, in the " + place + " field" + why,
                "It is *, a number from " + least + " to " + most
                        + (names.isEmpty() ? "" : ", a name like " + names.split(" ", -1)[1])
                        + ", a range like 1-5, a step like */6 or 8-18/2, or several with commas between");
    }
}
