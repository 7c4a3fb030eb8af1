package dev.watchkeeper.redis.slowlog;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.redis.connect.RedisServer;

/** What Redis itself makes of its latency events. */
public final class LatencyDoctor {
    private LatencyDoctor() {}

    /** {@code LATENCY DOCTOR}, in the server's own words; blocks. */
    public static String ask(RedisServer server) throws FaultException {
        return server.look(connected -> connected.ask("LATENCY", "DOCTOR").text())
                .strip();
    }
}
