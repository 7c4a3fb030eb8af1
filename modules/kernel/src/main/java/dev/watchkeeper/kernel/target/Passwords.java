package dev.watchkeeper.kernel.target;

import dev.watchkeeper.kernel.fault.FaultException;
import java.util.List;
import java.util.Optional;

/** Finds the password with which to enter one host of a target. */
@FunctionalInterface
public interface Passwords {
    /**
     * Empty if this place has none, so that the next one may be asked.
     *
     * @throws FaultException if the place that the target names can't be read (a variable that is not set, a locked vault)
     */
    Optional<Secret> find(Target target, HostPort host) throws FaultException;

    /** Nowhere: trust, peer or certificate authentication. */
    static Passwords none() {
        return (target, host) -> Optional.empty();
    }

    /** The first place that has one. */
    static Passwords firstOf(List<Passwords> places) {
        List<Passwords> all = List.copyOf(places);
        return (target, host) -> {
            for (Passwords place : all) {
                Optional<Secret> found = place.find(target, host);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        };
    }
}
