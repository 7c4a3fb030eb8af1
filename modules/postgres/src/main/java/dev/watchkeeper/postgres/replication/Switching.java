package dev.watchkeeper.postgres.replication;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.topology.Preflight;
import java.util.List;

/** Making another member of a cluster the primary, by whatever manages it. */
public interface Switching {
    /** As {@link dev.watchkeeper.kernel.topology.Cluster#preflights}. */
    List<Preflight> preflights() throws FaultException;

    /** As {@link dev.watchkeeper.kernel.topology.Cluster#switchover}. */
    Action switchover(String candidate) throws FaultException;
}
