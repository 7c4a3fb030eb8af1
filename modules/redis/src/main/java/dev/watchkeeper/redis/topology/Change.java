package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Target;
import java.util.function.Consumer;

/** A change of who follows whom: what it says, and what it does. */
record Change(Target target, String name, String preview, String statement, Danger danger, Work work)
        implements Action {
    /** What it does. */
    interface Work {
        Outcome run(Consumer<String> tell) throws FaultException;
    }

    @Override
    public Outcome run() throws FaultException {
        return work.run(step -> {});
    }

    @Override
    public Outcome run(Consumer<String> tell) throws FaultException {
        return work.run(tell);
    }
}
