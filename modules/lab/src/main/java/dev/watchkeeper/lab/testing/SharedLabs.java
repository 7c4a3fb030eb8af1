package dev.watchkeeper.lab.testing;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.debian.PatroniLab;
import dev.watchkeeper.lab.postgres.PostgresServer;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Labs that start when the first test asks for them, and stay until the last test is done. Tests leave them as they found
 * them: who stops a server or changes a setting starts a lab of their own.
 */
public final class SharedLabs implements AutoCloseable {
    private final Map<LabPlan, Lab> labs = new HashMap<>();
    private @Nullable PatroniLab patroni;

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

    /**
     * Three nodes under Patroni, settled; which of them leads may be another one each time. Where Patroni is not installed
     * the test is skipped, or fails in the full run.
     */
    public synchronized PatroniLab patroni() throws IOException, SQLException {
        Debian.needs("patroni", "etcd", "initdb");
        if (patroni == null) {
            patroni = PatroniLab.start(3);
        }
        patroni.settle();
        return patroni;
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
    public synchronized void close() throws IOException, SQLException {
        labs.values().forEach(Lab::close);
        labs.clear();
        if (patroni != null) {
            patroni.close();
            patroni = null;
        }
    }
}
