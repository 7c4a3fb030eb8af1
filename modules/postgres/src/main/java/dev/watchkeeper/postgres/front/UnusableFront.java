package dev.watchkeeper.postgres.front;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Offer;
import java.util.List;

/** One whose target makes no sense: it is shown with why. */
public record UnusableFront(Target target, Fault why) implements Front {
    @Override
    public FrontSight look() throws FaultException {
        throw new FaultException(why);
    }

    @Override
    public List<Offer> offers() {
        return List.of();
    }

    @Override
    public void close() {
        // nothing was opened
    }
}
