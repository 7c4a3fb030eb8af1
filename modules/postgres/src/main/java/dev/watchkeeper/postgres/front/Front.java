package dev.watchkeeper.postgres.front;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Offer;
import java.util.List;

/** Something that stands before a cluster and takes its clients: PgBouncer, HAProxy. Its calls block. */
public interface Front extends AutoCloseable {
    Target target();

    /** Asks it once, bounded by a few seconds. */
    FrontSight look() throws FaultException;

    /** What can be done to it, as it was last seen. Asks nobody. */
    List<Offer> offers();

    @Override
    void close();
}
