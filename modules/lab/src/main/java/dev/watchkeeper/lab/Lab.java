package dev.watchkeeper.lab;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.lab.host.LabHost;
import dev.watchkeeper.lab.member.LabMember;
import dev.watchkeeper.lab.member.MemberRole;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.postgres.ServerConfig;
import dev.watchkeeper.lab.postgres.Topology;
import dev.watchkeeper.lab.process.LabFolder;
import dev.watchkeeper.lab.process.Parallel;
import dev.watchkeeper.lab.redis.RedisGroup;
import dev.watchkeeper.lab.redis.RedisServer;
import dev.watchkeeper.lab.servers.Executables;
import dev.watchkeeper.lab.story.Stories;
import dev.watchkeeper.lab.story.Trouble;
import dev.watchkeeper.lab.workload.CacheWorkload;
import dev.watchkeeper.lab.workload.Migration;
import dev.watchkeeper.lab.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Real servers on 127.0.0.1, in a temporary folder. All of it is gone after {@link #close}, and also when the process
 * ends in any other way.
 */
public final class Lab implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Lab.class.getName());
    private static final Duration UNTIL_STAGED_AGAIN = Duration.ofSeconds(30);
    /** Long enough for the time before to be recorded, short enough to be waited for. */
    private static final Duration INDEX_STAYS = Duration.ofSeconds(75);

    private final LabFolder folder;
    private final Topology topology;
    private final RedisGroup redis;
    private final Consumer<String> progress;
    private final Thread atExit = new Thread(this::stopEverything, "lab-at-exit");
    /** What ends the guests of the servers, before the servers end. */
    private final List<Runnable> farewells = new CopyOnWriteArrayList<>();

    private @Nullable LabHost host;

    private Lab(LabFolder folder, Topology topology, RedisGroup redis, Consumer<String> progress) {
        this.folder = folder;
        this.topology = topology;
        this.redis = redis;
        this.progress = progress;
    }

    /** Starts a lab in silence. */
    public static Lab start(LabPlan plan) throws FaultException {
        return start(plan, step -> {});
    }

    /**
     * Starts a lab, and returns when all of it is up.
     *
     * @param progress gets a line for every step, and later for what happens to the staged trouble; on any thread
     */
    public static Lab start(LabPlan plan, Consumer<String> progress) throws FaultException {
        try {
            Lab lab = prepare(plan, progress);
            lab.startMembers(plan);
            return lab;
        } catch (IOException | SQLException e) {
            throw new FaultException(
                    new Fault(
                            FaultKind.FAILED,
                            "the lab with PostgreSQL %d does not start: %s".formatted(plan.major(), e.getMessage()),
                            "It needs room in the temporary folder and free ports on 127.0.0.1"),
                    e);
        }
    }

    private static Lab prepare(LabPlan plan, Consumer<String> progress) throws IOException {
        LabFolder folder = LabFolder.create();
        boolean complete = false;
        try {
            Executables executables = Executables.forLab(folder);
            ServerConfig wishes = new ServerConfig(plan.settings(), plan.hba(), plan.files());
            Topology topology = new Topology(folder, executables.postgres(plan.major()), wishes, progress);
            Lab lab = new Lab(folder, topology, new RedisGroup(folder, executables), progress);
            Runtime.getRuntime().addShutdownHook(lab.atExit);
            complete = true;
            return lab;
        } finally {
            if (!complete) {
                folder.close();
            }
        }
    }

    private void startMembers(LabPlan plan) throws IOException, SQLException {
        boolean complete = false;
        try {
            startServers(plan);
            startGuests(plan);
            complete = true;
        } finally {
            if (!complete) {
                close();
            }
        }
    }

    private void startServers(LabPlan plan) throws IOException, SQLException {
        List<Parallel.Step> steps = new ArrayList<>();
        steps.add(plan.topology() ? topology::startAll : topology::startPrimary);
        if (plan.redis()) {
            steps.add(() -> redis.start(progress));
        }
        Parallel.all(steps);
    }

    private void startGuests(LabPlan plan) throws IOException, SQLException {
        if (plan.workload()) {
            farewells.add(Workload.on(primary())::close);
            progress.accept("a small workload runs on " + primary().name());
        }
        if (plan.workload() && plan.redis()) {
            farewells.add(CacheWorkload.on(Stream.of(MemberRole.REDIS_PRIMARY, MemberRole.REDIS_REPLICA)
                    .flatMap(role -> redis.members(role).stream())
                    .toList())::close);
        }
        if (plan.trouble() && plan.topology()) {
            topology.abandonSlot("dr_frankfurt_old");
            progress.accept(
                    "nobody reads from slot dr_frankfurt_old of " + primary().name());
        }
        if (plan.trouble()) {
            farewells.add(Trouble.start(stories().all(), UNTIL_STAGED_AGAIN)::close);
            progress.accept("trouble is staged on " + primary().name());
            farewells.add(Migration.every(INDEX_STAYS, primary(), progress)::close);
        }
    }

    /** Where all of it lies, until it is closed. */
    public Path folder() {
        return folder.path();
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

    /** All Redis members, the primary first; empty if the plan had no Redis. */
    public List<RedisServer> redis() {
        return redis.members();
    }

    /** Every member, as one connects to it. */
    public List<LabMember> members() {
        return Stream.concat(
                        servers().stream().map(PostgresServer::member),
                        redis().stream().map(RedisServer::member))
                .toList();
    }

    /** The machine on which all of this runs, over SSH: the same one each time. It is started when it is first asked for. */
    public synchronized LabHost host() throws FaultException {
        LabHost started = host;
        if (started == null) {
            try {
                started = LabHost.start(folder.path().resolve("host"), folder.ports());
            } catch (IOException e) {
                throw new FaultException(
                        new Fault(FaultKind.FAILED, "the lab's SSH host does not start: " + e.getMessage()), e);
            }
            farewells.add(started::close);
            host = started;
            progress.accept("this machine answers over SSH: " + started.command());
        }
        return started;
    }

    /** The stories that can be told on the primary; whoever stages one ends it. */
    public Stories stories() {
        return Stories.on(primary(), progress);
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
        farewells.forEach(Runnable::run);
        farewells.clear();
        try {
            Parallel.all(List.of(topology::drop, redis::stop));
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
