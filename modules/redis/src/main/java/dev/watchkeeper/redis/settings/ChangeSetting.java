package dev.watchkeeper.redis.settings;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.connect.Connected;
import dev.watchkeeper.redis.connect.RedisRefusal;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.text.InfoText;
import java.time.Duration;

/** Changes maxmemory or its policy with {@code CONFIG SET}, looks whether it took, and says how to take it back. */
public final class ChangeSetting implements Action {
    private final RedisServer server;
    private final MemorySetting setting;
    private final String value;
    private final boolean keep;
    private final Before before;

    /** What is so now. */
    private record Before(String value, long used, String policy) {}

    private ChangeSetting(RedisServer server, MemorySetting setting, String value, boolean keep, Before before) {
        this.server = server;
        this.setting = setting;
        this.value = value;
        this.keep = keep;
        this.before = before;
    }

    /**
     * Looks what is so now; blocks.
     *
     * @param value as a person writes it
     * @param keep whether it is to be so after a restart too (CONFIG REWRITE)
     * @throws FaultException BAD_INPUT if the value makes no sense; else what the server said
     */
    public static ChangeSetting of(RedisServer server, MemorySetting setting, String value, boolean keep)
            throws FaultException {
        String wanted = setting.value(value);
        Before before = server.look(connected -> {
            InfoText info = InfoText.parse(connected.ask("INFO", "memory").text());
            return new Before(get(connected, setting), info.number("used_memory"), info.get("maxmemory_policy"));
        });
        return new ChangeSetting(server, setting, wanted, keep, before);
    }

    private static String get(Connected connected, MemorySetting setting) throws FaultException {
        return connected.ask("CONFIG", "GET", setting.parameter()).pairs().getOrDefault(setting.parameter(), "");
    }

    @Override
    public Target target() {
        return server.target();
    }

    @Override
    public String name() {
        return "set-" + setting.parameter();
    }

    @Override
    public String preview() {
        String change = "Sets " + setting.parameter() + " from " + words(before.value()) + " to " + words(value);
        String undo = ". Undo: CONFIG SET " + setting.parameter() + " " + before.value();
        return change + consequence() + (keep ? ", and writes it into redis.conf" : ", until the next restart") + undo;
    }

    private String consequence() {
        if (setting == MemorySetting.MAXMEMORY_POLICY) {
            return value.equals("noeviction") ? ": when memory is full, writes are refused" : "";
        }
        long max = Long.parseLong(value);
        if (max == 0 || max >= before.used()) {
            return " (used: " + Sizes.bytes(before.used()) + ")";
        }
        String less = Sizes.bytes(before.used() - max);
        return before.policy().equals("noeviction")
                ? ": " + less + " less than is used now, so that writes are refused at once"
                : ": " + less + " of keys are evicted at once (" + before.policy() + ")";
    }

    private String words(String one) {
        if (setting == MemorySetting.MAXMEMORY_POLICY) {
            return one;
        }
        return one.equals("0") ? "no limit" : Sizes.bytes(Long.parseLong(one));
    }

    @Override
    public String statement() {
        return "CONFIG SET " + setting.parameter() + " " + value + (keep ? "\nCONFIG REWRITE" : "");
    }

    @Override
    public Danger danger() {
        boolean evicts =
                setting == MemorySetting.MAXMEMORY && !value.equals("0") && Long.parseLong(value) < before.used();
        return evicts ? Danger.DANGEROUS : Danger.ORDINARY;
    }

    @Override
    public Outcome run() throws FaultException {
        long start = System.nanoTime();
        String message = server.act(this::change);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new Outcome(true, message + " after " + Spans.words(took), took);
    }

    private String change(Connected connected) throws FaultException {
        String now = get(connected, setting);
        if (!now.equals(before.value())) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    setting.parameter() + " was changed to " + words(now) + " in between",
                    "Nothing was done; look again");
        }
        connected.ask("CONFIG", "SET", setting.parameter(), value);
        String then = get(connected, setting);
        if (!then.equals(value)) {
            throw new FaultException(
                    FaultKind.FAILED, setting.parameter() + " is " + words(then) + ", not what was asked for", "");
        }
        return setting.parameter() + " is " + words(value) + (keep ? rewritten(connected) : "");
    }

    private static String rewritten(Connected connected) throws FaultException {
        try {
            connected.ask("CONFIG", "REWRITE");
            return " and stands in redis.conf";
        } catch (RedisRefusal e) {
            return ", but only until the next restart: " + e.said();
        }
    }
}
