package dev.watchkeeper.lab;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.lab.member.LabMember;
import dev.watchkeeper.lab.member.MemberRole;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.postgres.ServerConfig;
import dev.watchkeeper.lab.postgres.Topology;
import dev.watchkeeper.lab.process.LabFolder;
import dev.watchkeeper.lab.servers.Executables;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Real servers on 127.0.0.1, in a temporary folder. All of it is gone after {@link #close}, and also when the process
 * ends in any other way.
 */
public final class Lab implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Lab.class.getName());

    private final LabFolder folder;
    private final Topology topology;
    private final Thread atExit = new Thread(this::stopEverything, "lab-at-exit");

    private Lab(LabFolder folder, Topology topology) {
        this.folder = folder;
        this.topology = topology;
    }

    /** Starts a lab in silence. */
    public static Lab start(LabPlan plan) throws FaultException {
        return start(plan, step -> {});
    }

    /**
     * Starts a lab, and returns when all of it is up.
     *
     * @param progress gets a line for every step, on any thread
     */
    public static Lab start(LabPlan plan, Consumer<String> progress) throws FaultException {
        try {
            LabFolder folder = LabFolder.create();
            return start(plan, progress, folder);
        } catch (IOException | SQLException e) {
            throw new FaultException(
                    new Fault(
                            FaultKind.FAILED,
                            "the lab with PostgreSQL %d does not start: %s".formatted(plan.major(), e.getMessage()),
                            "It needs room in the temporary folder and free ports on 127.0.0.1."),
                    e);
        }
    }

    private static Lab start(LabPlan plan, Consumer<String> progress, LabFolder folder)
            throws IOException, SQLException {
        Executables executables = Executables.forLab(folder);
        ServerConfig wishes = new ServerConfig(plan.settings(), plan.hba(), plan.files());
        Lab lab = new Lab(folder, new Topology(folder, executables.postgres(plan.major()), wishes, progress));
        Runtime.getRuntime().addShutdownHook(lab.atExit);
        boolean complete = false;
        try {
            lab.startMembers(plan);
            complete = true;
            return lab;
        } finally {
            if (!complete) {
                lab.close();
            }
        }
    }

    private void startMembers(LabPlan plan) throws IOException, SQLException {
        if (plan.topology()) {
            topology.startAll();
        } else {
            topology.startPrimary();
        }
    }

    public PostgresServer primary() {
        return server(MemberRole.PRIMARY);
    }

    /** @throws IllegalArgumentException if the plan did not have it */
    public PostgresServer server(MemberRole role) {
        return topology.server(role).orElseThrow(() -> new IllegalArgumentException("this lab has no " + role.label()));
    }

    /** All PostgreSQL members, the primary first. */
    public List<PostgresServer> servers() {
        return topology.servers();
    }

    /** Every member, as one connects to it. */
    public List<LabMember> members() {
        return new ArrayList<>(servers().stream().map(PostgresServer::member).toList());
    }

    /** Stops all servers and removes the folder. What can't be stopped is left to the watchdog. */
    @Override
    public void close() {
        stopEverything();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            LOG.log(Level.FINE, "closed while the process ends", exiting);
        }
    }

    private synchronized void stopEverything() {
        try {
            topology.stop();
        } catch (IOException | SQLException e) {
            LOG.log(Level.WARNING, "a server of the lab did not stop: " + e.getMessage(), e);
        }
        try {
            folder.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the lab's folder is left to the watchdog: " + e.getMessage(), e);
        }
    }
}
