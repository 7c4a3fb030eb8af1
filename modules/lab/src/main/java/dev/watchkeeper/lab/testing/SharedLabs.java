package dev.watchkeeper.lab.testing;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.postgres.PostgresServer;
import java.util.HashMap;
import java.util.Map;

/**
 * Labs that start when the first test asks for them, and stay until the last test is done. Tests leave them as they found
 * them: who stops a server or changes a setting starts a lab of their own.
 */
public final class SharedLabs implements AutoCloseable {
    private final Map<LabPlan, Lab> labs = new HashMap<>();

    /** A primary of the newest version, with the shop's tables, quiet. */
    public PostgresServer primary() {
        return primary(LabPlan.NEWEST);
    }

    /** A primary of that major version, with the shop's tables, quiet. */
    public PostgresServer primary(int major) {
        return lab(LabPlan.primaryOnly(major)).primary();
    }

    /** The whole topology of the newest version, quiet. */
    public Lab topology() {
        return lab(LabPlan.topology(LabPlan.NEWEST));
    }

    /** The lab of that plan. */
    public synchronized Lab lab(LabPlan plan) {
        return labs.computeIfAbsent(plan, SharedLabs::start);
    }

    private static Lab start(LabPlan plan) {
        try {
            return Lab.start(plan);
        } catch (FaultException e) {
            throw new IllegalStateException(e.fault().sentence(), e);
        }
    }

    @Override
    public synchronized void close() {
        labs.values().forEach(Lab::close);
        labs.clear();
    }
}
