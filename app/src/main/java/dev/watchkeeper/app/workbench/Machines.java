package dev.watchkeeper.app.workbench;

import dev.watchkeeper.app.hosts.Growths;
import dev.watchkeeper.app.hosts.HostProbe;
import dev.watchkeeper.app.hosts.HostScope;
import dev.watchkeeper.app.hosts.Seat;
import dev.watchkeeper.backup.CatalogReader;
import dev.watchkeeper.backup.catalog.SourcesReader;
import dev.watchkeeper.backup.make.BackupDesk;
import dev.watchkeeper.backup.policy.Policy;
import dev.watchkeeper.backup.reading.Listing;
import dev.watchkeeper.backup.s3.S3Keys;
import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.hosts.HostFinder;
import dev.watchkeeper.hosts.jobs.Job;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.HostSpec;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.workspace.connections.Connections;
import dev.watchkeeper.workspace.connections.ConnectionsFile;
import java.util.ArrayList;
import java.util.List;

/** The machines on which servers run and their backups lie, and what is asked of them and done there. Thread-safe. */
public final class Machines implements HostFinder {
    private final Surroundings surroundings;
    private final ConnectionsFile connections;
    private final HostFinder hosts;
    private final Passwords passwords;
    private final PostgresServers servers;
    private final RedisServers redis;
    private final Growths.Library history;

    Machines(
            Surroundings surroundings,
            ConnectionsFile connections,
            HostFinder hosts,
            Passwords passwords,
            PostgresServers servers,
            RedisServers redis,
            Growths.Library history) {
        this.surroundings = surroundings;
        this.connections = connections;
        this.hosts = hosts;
        this.passwords = passwords;
        this.servers = servers;
        this.redis = redis;
        this.history = history;
    }

    /**
     * The machine of that name: {@code local}, one of {@code hosts:}, else an alias of {@code ~/.ssh/config} or an address.
     * It is the same one for the whole process, connects when it is first asked for something, and closes with the bench.
     *
     * @throws FaultException BAD_INPUT if the connections file can't be read
     */
    @Override
    public Host host(String name) throws FaultException {
        return hosts.host(name);
    }

    /** Asks on which host a server is, and how that and those of its backups are; only for who {@link HostProbe#suits}. */
    public HostProbe probe(Target target, HostScope scope) {
        Seat.Question seat = target.endpoint().engine() == Engine.REDIS
                ? () -> Seat.of(redis.open(target))
                : () -> Seat.of(servers.open(target));
        return new HostProbe(target, seat, hosts, surroundings.clock(), Growths.of(history, target.name()), scope);
    }

    /**
     * The jobs on this machine and on all hosts that connections.yaml names.
     *
     * @throws FaultException BAD_INPUT with line and column if the file is broken
     */
    public JobBoard jobs() throws FaultException {
        Connections all = connections.read();
        List<String> names = new ArrayList<>(List.of(HostSpec.LOCAL));
        all.hosts().forEach(one -> names.add(one.name()));
        for (Target target : all.targets()) {
            target.placement().host().ifPresent(names::add);
            target.placement().backups().forEach(one -> names.add(one.host()));
        }
        return jobs(names);
    }

    /** The jobs on these hosts. */
    public JobBoard jobs(List<String> names) {
        return new JobBoard(names, hosts, this::owner, surroundings.clock());
    }

    /** The jobs on the hosts of one target. */
    public JobBoard jobs(Target target) {
        return jobs(hostsOf(target));
    }

    /** What the hosts of a target do by the clock about backups. */
    public ScheduleBoard schedules(Target target) {
        return new ScheduleBoard(target, hostsOf(target), hosts, surroundings.clock());
    }

    /** Makes and checks backups of a target. */
    public BackupDesk backupDesk(Target target) {
        return new BackupDesk(
                target, hosts, passwords, () -> servers.open(target), () -> redis.open(target), surroundings.clock());
    }

    /** Reads what backups there are of a target, wherever {@code backups:} says that they lie. Its server is not asked. */
    public CatalogReader catalog(Target target) {
        return new SourcesReader(
                target.placement().backups(),
                hosts,
                Policy.runbooks(),
                surroundings.clock(),
                surroundings.zone(),
                new S3Keys(surroundings.variables(), surroundings.home()));
    }

    private static List<String> hostsOf(Target target) {
        List<String> names = new ArrayList<>();
        target.placement().host().ifPresent(names::add);
        target.placement().backups().stream()
                // a bucket that is read from here is no reason to ask this machine what it does
                .filter(one -> !one.host().equals(HostSpec.LOCAL) || !Listing.isBucket(one.title()))
                .forEach(one -> names.add(one.host()));
        return names;
    }

    /** The saved target that a job is about. */
    private Target owner(Job job) {
        try {
            return connections.read().targets().stream()
                    .filter(one -> one.name().equals(job.about()))
                    .findFirst()
                    .orElseGet(() -> CancelJob.stranger(job, surroundings.user()));
        } catch (FaultException unreadable) {
            return CancelJob.stranger(job, surroundings.user());
        }
    }
}
