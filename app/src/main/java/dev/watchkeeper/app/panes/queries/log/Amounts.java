package dev.watchkeeper.app.panes.queries.log;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times and sizes as people type them, of settings that take whole milliseconds and kilobytes. */
final class Amounts {
    private static final Pattern AMOUNT =
            Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,6})?)\\s*([a-z]*)", Pattern.CASE_INSENSITIVE);
    private static final String OFF = "off";

    private Amounts() {}

    /**
     * Reads {@code 500 ms}, {@code 1.5 s}, {@code 2 min}, {@code 1 h}, {@code 0}; {@code off} is −1 ms. Without a unit it is
     * milliseconds, as the server takes it.
     *
     * @throws FaultException BAD_INPUT if it is none, below 1 ms, or longer than the server takes
     */
    static Duration span(String text) throws FaultException {
        return Duration.ofMillis(amount(text, "time", "Write 500 ms, 2 s or 1 min; 0 for all, off for none"));
    }

    /**
     * Reads {@code 10 MB}, {@code 512 kB}, {@code 1 GB}, {@code 0}; {@code off} is −1. Without a unit it is kilobytes, as
     * the server takes it.
     *
     * @return bytes
     * @throws FaultException BAD_INPUT if it is none, below 1 kB, or more than the server takes
     */
    static long bytes(String text) throws FaultException {
        long kilobytes = amount(text, "size", "Write 10 MB, 512 kB or 1 GB; 0 for all, off for none");
        return kilobytes < 0 ? kilobytes : kilobytes * 1024;
    }

    private static long amount(String text, String what, String advice) throws FaultException {
        String plain = text.strip();
        if (plain.equalsIgnoreCase(OFF)) {
            return -1;
        }
        Matcher typed = AMOUNT.matcher(plain);
        long unit = typed.matches() ? unit(what, typed.group(2).toLowerCase(Locale.ROOT)) : 0;
        if (unit == 0) {
            throw new FaultException(FaultKind.BAD_INPUT, "“" + plain + "” is no " + what, advice);
        }
        BigDecimal number = new BigDecimal(typed.group(1));
        BigDecimal value = number.multiply(BigDecimal.valueOf(unit));
        if (value.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            throw new FaultException(FaultKind.BAD_INPUT, "“" + plain + "” is more than the server takes", advice);
        }
        long whole = value.longValue();
        if (whole == 0 && number.signum() != 0) {
            // cut to nothing it would mean all
            throw new FaultException(FaultKind.BAD_INPUT, "“" + plain + "” is less than the server can tell", advice);
        }
        return whole;
    }

    /** In the unit of the setting: ms, or kB; 0 for none that is known. */
    private static long unit(String what, String name) {
        if (what.equals("time")) {
            return switch (name) {
                case "", "ms" -> 1;
                case "s" -> 1000;
                case "min" -> 60_000;
                case "h" -> 3_600_000;
                default -> 0;
            };
        }
        return switch (name) {
            case "", "kb" -> 1;
            case "mb" -> 1024;
            case "gb" -> 1024 * 1024;
            default -> 0;
        };
    }
}
