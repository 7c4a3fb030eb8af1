package dev.watchkeeper.hosts;

import dev.watchkeeper.kernel.fault.FaultException;

/** Knows hosts by their names. */
@FunctionalInterface
public interface HostFinder {
    /**
     * The one of this name, the same one each time. It connects when it is first asked something.
     *
     * @throws FaultException BAD_INPUT if the name means nothing
     */
    Host host(String name) throws FaultException;
}
