package dev.watchkeeper.redis.settings;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.redis.text.InfoText;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The two settings that decide what happens when memory is full. */
public enum MemorySetting implements RedisSetting {
    MAXMEMORY("maxmemory"),
    MAXMEMORY_POLICY("maxmemory-policy");

    /** Of Redis 4 and newer. */
    public static final List<String> POLICIES = List.of(
            "noeviction",
            "allkeys-lru",
            "allkeys-lfu",
            "allkeys-random",
            "volatile-lru",
            "volatile-lfu",
            "volatile-random",
            "volatile-ttl");

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,15})\\s*(b|k|kb|m|mb|g|gb)?");

    private final String parameter;

    MemorySetting(String parameter) {
        this.parameter = parameter;
    }

    @Override
    public String parameter() {
        return parameter;
    }

    /**
     * The value as CONFIG GET will show it: bytes as a number, a policy as it is.
     *
     * @param text {@code 256mb}, {@code 1gb}, {@code 0}, or a policy
     * @throws FaultException BAD_INPUT if it is neither
     */
    @Override
    public String value(String text) throws FaultException {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (this == MAXMEMORY_POLICY) {
            if (POLICIES.contains(plain)) {
                return plain;
            }
            throw new FaultException(
                    FaultKind.BAD_INPUT, "there is no policy " + text, "It is one of " + String.join(", ", POLICIES));
        }
        Matcher size = SIZE.matcher(plain);
        if (!size.matches()) {
            throw new FaultException(FaultKind.BAD_INPUT, text + " is no size", "Write 256mb, 1gb, or 0 for no limit");
        }
        return Long.toString(Long.parseLong(size.group(1)) * factor(size.group(2)));
    }

    /** As redis.conf has it: k is a thousand, kb is 1024. */
    private static long factor(@Nullable String unit) {
        return switch (unit == null ? "" : unit) {
            case "k" -> 1_000;
            case "kb" -> 1L << 10;
            case "m" -> 1_000_000;
            case "mb" -> 1L << 20;
            case "g" -> 1_000_000_000;
            case "gb" -> 1L << 30;
            default -> 1;
        };
    }

    @Override
    public String words(String value) {
        if (this == MAXMEMORY_POLICY || !value.matches("[0-9]{1,18}")) {
            return value;
        }
        return value.equals("0") ? "no limit" : Sizes.bytes(Long.parseLong(value));
    }

    @Override
    public String consequence(String value, InfoText memory) {
        if (this == MAXMEMORY_POLICY) {
            return value.equals("noeviction") ? ": when memory is full, writes are refused" : "";
        }
        long max = Long.parseLong(value);
        long used = memory.number("used_memory");
        if (max == 0 || max >= used) {
            return " (used: " + Sizes.bytes(used) + ")";
        }
        String less = Sizes.bytes(used - max);
        String policy = memory.get("maxmemory_policy");
        return policy.equals("noeviction")
                ? ": " + less + " less than is used now, so that writes are refused at once"
                : ": " + less + " of keys are evicted at once (" + policy + ")";
    }

    @Override
    public boolean isDangerous(String value, InfoText memory) {
        return this == MAXMEMORY && !value.equals("0") && Long.parseLong(value) < memory.number("used_memory");
    }
}
