package dev.watchkeeper.kernel.topology;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Probe;
import java.util.List;

/**
 * A cluster as it is found from one of its members or from what stands in front of it. Found members stay known, so that
 * one that goes away is seen to be gone. Thread-safe; its calls may block.
 */
public interface Cluster extends AutoCloseable {
    /** Asks every member once. The same one every time. */
    Probe<Topology> probe();

    /**
     * What speaks for and against each member that could become the primary, the best first; asks the servers.
     *
     * @throws FaultException UNSUPPORTED if this cluster can't be switched over from here at all
     */
    List<Preflight> preflights() throws FaultException;

    /**
     * Makes this member the primary, by whatever manages the cluster (Patroni, the sentinels) or else by hand. Its
     * preview is the preflight in words.
     *
     * @param candidate id or address of a node, or Patroni's name for it
     * @throws FaultException CONFLICT if the candidate is refused, with why; BAD_INPUT if there is no such node
     */
    Action switchover(String candidate) throws FaultException;

    /** What can be done to a node or to one of its slots, in the order of use. Asks nobody. */
    List<Offer> offers(Topology seen, Subject subject);

    /** Lets discovery enter this node with the user and the password of the target that found it. */
    void lend(String node);

    /** Closes the connections to members that only discovery came upon. */
    @Override
    void close();
}
