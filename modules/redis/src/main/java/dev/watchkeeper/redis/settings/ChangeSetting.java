package dev.watchkeeper.redis.settings;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.connect.Connected;
import dev.watchkeeper.redis.connect.RedisRefusal;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.text.InfoText;
import java.time.Duration;

/** Changes a setting with {@code CONFIG SET}, looks whether it took, and says how to take it back. */
public final class ChangeSetting implements Action {
    private final RedisServer server;
    private final RedisSetting setting;
    private final String value;
    private final boolean keep;
    private final Before before;

    /** What is so now. */
    private record Before(String value, InfoText memory) {}

    private ChangeSetting(RedisServer server, RedisSetting setting, String value, boolean keep, Before before) {
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
    public static ChangeSetting of(RedisServer server, RedisSetting setting, String value, boolean keep)
            throws FaultException {
        String wanted = setting.value(value);
        Before before = server.look(connected -> {
            InfoText info = InfoText.parse(connected.ask("INFO", "memory").text());
            return new Before(get(connected, setting), info);
        });
        return new ChangeSetting(server, setting, wanted, keep, before);
    }

    private static String get(Connected connected, RedisSetting setting) throws FaultException {
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
        String change = "Sets " + setting.parameter() + " from " + setting.words(before.value()) + " to "
                + setting.words(value);
        String undo = ". Undo: CONFIG SET " + setting.parameter() + " " + before.value();
        return change
                + setting.consequence(value, before.memory())
                + (keep ? ", and writes it into redis.conf" : ", until the next restart")
                + undo;
    }

    @Override
    public String statement() {
        return "CONFIG SET " + setting.parameter() + " " + value + (keep ? "\nCONFIG REWRITE" : "");
    }

    @Override
    public Danger danger() {
        return setting.isDangerous(value, before.memory()) ? Danger.DANGEROUS : Danger.ORDINARY;
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
                    setting.parameter() + " was changed to " + setting.words(now) + " in between",
                    "Nothing was done; look again");
        }
        connected.ask("CONFIG", "SET", setting.parameter(), value);
        String then = get(connected, setting);
        if (!then.equals(value)) {
            throw new FaultException(
                    FaultKind.FAILED,
                    setting.parameter() + " is " + setting.words(then) + ", not what was asked for",
                    "");
        }
        return setting.parameter() + " is " + setting.words(value) + (keep ? rewritten(connected) : "");
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
