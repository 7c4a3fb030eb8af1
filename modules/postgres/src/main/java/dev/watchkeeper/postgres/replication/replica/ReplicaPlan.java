package dev.watchkeeper.postgres.replication.replica;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.postgres.connect.PostgresServer;
import java.util.List;

/**
 * The way to a new standby: what speaks for and against it on the primary, and what to type, in order. Nothing of it is done by
 * the console.
 *
 * @param checks the worst first
 */
public record ReplicaPlan(List<Check> checks, List<Step> steps) {
    public ReplicaPlan {
        checks = List.copyOf(checks);
        steps = List.copyOf(steps);
    }

    /**
     * One thing that was looked at.
     *
     * @param severity NONE if it is as it should be; CRITICAL if the steps would fail
     * @param text what was found, in one sentence without a full stop
     * @param advice empty if there is nothing to do
     */
    public record Check(Severity severity, String text, String advice) {}

    /**
     * One thing to do.
     *
     * @param where to type it: {@code primary, SQL}, {@code primary, pg_hba.conf}, {@code new host, shell}
     * @param what it is for
     * @param command exactly as it is typed; several lines if there are several
     */
    public record Step(String where, String what, String command) {}

    /** Whether the steps would work as things are now. */
    public boolean works() {
        return checks.stream().noneMatch(check -> check.severity() == Severity.CRITICAL);
    }

    /**
     * Asks the primary what it has to offer.
     *
     * @throws FaultException BAD_INPUT if no command can be made of the wish; else what the server said
     */
    public static ReplicaPlan of(PostgresServer primary, ReplicaWish wish) throws FaultException {
        wish.check();
        Room room = primary.look(connected -> Room.read(connected, wish));
        return new ReplicaPlan(new ReplicaChecks(room, wish).all(), new ReplicaSteps(room, wish).all());
    }
}
