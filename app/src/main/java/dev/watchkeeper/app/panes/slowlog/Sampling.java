package dev.watchkeeper.app.panes.slowlog;

import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.keys.Budget;
import dev.watchkeeper.redis.keys.KeySample;
import dev.watchkeeper.redis.keys.KeySampler;
import dev.watchkeeper.redis.topology.Replicas;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks for big keys when somebody asks for it, elsewhere than on the FX thread, and can be stopped. Lives on the FX thread. */
final class Sampling {
    private final PaneContext context;
    private final Consumer<KeySampler.Progress> told;
    private final Consumer<KeySample> done;
    private final Runnable failed;
    private @Nullable KeySampler running;
    private boolean under;

    /**
     * @param told hears how far it is
     * @param done gets what was seen
     * @param failed called if it could not be done; why, the person was told
     */
    Sampling(PaneContext context, Consumer<KeySampler.Progress> told, Consumer<KeySample> done, Runnable failed) {
        this.context = context;
        this.told = context.fx().latest(told);
        this.done = done;
        this.failed = failed;
    }

    boolean isUnderWay() {
        return under;
    }

    void start(Budget budget, boolean onReplica) {
        if (under) {
            return;
        }
        under = true;
        context.background("bigkeys", () -> run(budget, onReplica));
    }

    private void run(Budget budget, boolean onReplica) {
        try {
            KeySampler sampler = new KeySampler(onReplica ? replica() : context.redis(), budget);
            context.fx().run(() -> running = sampler);
            KeySample sample = sampler.run(told);
            context.fx().run(() -> {
                end();
                done.accept(sample);
            });
        } catch (FaultException e) {
            context.complain(e.fault());
            context.fx().run(() -> {
                end();
                failed.run();
            });
        }
    }

    private RedisServer replica() throws FaultException {
        HostPort address = Replicas.online(context.redis()).stream()
                .findFirst()
                .orElseThrow(() -> new FaultException(
                        FaultKind.CONFLICT,
                        context.target().name() + " has no replica that is online any more",
                        "Ask the primary, when it has little to do"));
        return context.redisBeside(address);
    }

    private void end() {
        under = false;
        running = null;
    }

    /** Ends it soon; what was seen until then is shown. */
    void stop() {
        KeySampler sampler = running;
        if (sampler != null) {
            sampler.stop();
        }
    }
}
