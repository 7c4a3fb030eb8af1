package dev.watchkeeper.redis.keys;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.redis.connect.RedisServer;
import java.util.function.Consumer;

/** Looks for big keys anew each time it is asked: for those who ask once. */
public final class KeySampleProbe implements Probe<KeySample> {
    private final RedisServer server;
    private final Budget budget;
    private final Consumer<KeySampler.Progress> tell;

    public KeySampleProbe(RedisServer server, Budget budget, Consumer<KeySampler.Progress> tell) {
        this.server = server;
        this.budget = budget;
        this.tell = tell;
    }

    @Override
    public String name() {
        return "bigkeys";
    }

    @Override
    public Snapshot<KeySample> read() throws FaultException {
        ServerVersion version = server.probe(connected -> connected.version());
        KeySample sample = new KeySampler(server, budget).run(tell);
        Cost cost = new Cost(sample.busy().toNanos() / 1e6, 0);
        return new Snapshot<>(sample, sample.at(), version, cost);
    }
}
