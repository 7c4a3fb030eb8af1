package dev.watchkeeper.redis.settings;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.redis.text.InfoText;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a server takes for slow, and how much of it it remembers. */
public enum WatchSetting implements RedisSetting {
    /** In microseconds; negative: nothing is kept. */
    SLOWLOG_SLOWER_THAN("slowlog-log-slower-than"),
    /** How many are kept. */
    SLOWLOG_MAX_LEN("slowlog-max-len"),
    /** In milliseconds; 0: nothing is noted. */
    LATENCY_THRESHOLD("latency-monitor-threshold");

    private static final Pattern SPAN = Pattern.compile("([0-9]{1,9})\\s*(us|µs|ms|s)");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");

    private final String parameter;

    WatchSetting(String parameter) {
        this.parameter = parameter;
    }

    @Override
    public String parameter() {
        return parameter;
    }

    /** @param text {@code 10ms}, {@code 500us}, {@code off}; of the length, a number */
    @Override
    public String value(String text) throws FaultException {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (this == SLOWLOG_MAX_LEN) {
            if (COUNT.matcher(plain).matches()) {
                return plain;
            }
            throw new FaultException(FaultKind.BAD_INPUT, text + " is no number", "Write 128, or 1024");
        }
        if (plain.equals("off")) {
            return this == SLOWLOG_SLOWER_THAN ? "-1" : "0";
        }
        Matcher span = SPAN.matcher(plain);
        if (!span.matches()) {
            throw new FaultException(FaultKind.BAD_INPUT, text + " is no time", "Write 10ms, 500us, 1s, or off");
        }
        long micros = Long.parseLong(span.group(1)) * micros(span.group(2));
        return Long.toString(this == SLOWLOG_SLOWER_THAN ? micros : Math.max(1, micros / 1000));
    }

    private static long micros(@Nullable String unit) {
        return switch (unit == null ? "" : unit) {
            case "s" -> 1_000_000;
            case "ms" -> 1000;
            default -> 1;
        };
    }

    @Override
    public String words(String value) {
        if (!value.matches("-?[0-9]{1,18}")) {
            return value;
        }
        long number = Long.parseLong(value);
        return switch (this) {
            case SLOWLOG_SLOWER_THAN -> number < 0 ? "off" : span(number);
            case LATENCY_THRESHOLD -> number == 0 ? "off" : span(number * 1000);
            case SLOWLOG_MAX_LEN -> Sizes.of(number, "entry", "entries");
        };
    }

    private static String span(long micros) {
        return micros % 1000 == 0 ? Sizes.count(micros / 1000) + " ms" : Sizes.count(micros) + " µs";
    }

    @Override
    public String consequence(String value, InfoText memory) {
        return switch (this) {
            case SLOWLOG_SLOWER_THAN -> value.equals("0") ? ": every command is kept, also fast ones" : "";
            case SLOWLOG_MAX_LEN -> "";
            case LATENCY_THRESHOLD -> value.equals("0") ? ": nothing is noted any more" : "; it costs next to nothing";
        };
    }

    @Override
    public boolean isDangerous(String value, InfoText memory) {
        return false;
    }
}
