package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Target;
import java.util.function.Predicate;

/** Lets the person at the terminal type a password when a server wants one, as psql does; three times at most. */
final class Entrance {
    private static final int ATTEMPTS = 3;

    private Entrance() {}

    /** What is done with the server. Begins anew after a password was typed, so nothing may have changed before. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws FaultException;
    }

    /** Whether a password was typed that one may try; a trouble with asking is no password. */
    static Predicate<Fault> of(Workbench bench, Target target) {
        int[] attempts = {0};
        return refusal -> {
            attempts[0]++;
            try {
                return attempts[0] <= ATTEMPTS && bench.askForPassword(target, refusal);
            } catch (FaultException e) {
                return false;
            }
        };
    }

    /** Does it, again after each password that was typed. */
    static <T> T through(Workbench bench, Target target, Work<T> work) throws FaultException {
        Predicate<Fault> again = of(bench, target);
        while (true) {
            try {
                return work.run();
            } catch (FaultException e) {
                if (!again.test(e.fault())) {
                    throw e;
                }
            }
        }
    }
}
