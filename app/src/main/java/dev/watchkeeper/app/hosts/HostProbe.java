package dev.watchkeeper.app.hosts;

import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.hosts.HostFinder;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Target;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks a server where it is, and its hosts how they are, each in one round trip and all at once. Fails if the host on which
 * the server runs does; others are said to be silent.
 */
public final class HostProbe implements Probe<HostsView> {
    private static final Logger LOG = System.getLogger(HostProbe.class.getName());
    private static final Duration GROWTH_KEEPS = Duration.ofMinutes(5);

    private final Seat.Question server;
    private final HostFinder finder;
    private final Clock clock;
    private final HostScope scope;
    private final Growths growths;
    private final Target target;
    private final Map<String, HostLook> looks = new LinkedHashMap<>();
    private Seat seat = Seat.UNKNOWN;
    private Map<String, Growth> growth = Map.of();
    private Instant growthAt = Instant.EPOCH;

    /** @param target with a host in its placement */
    public HostProbe(
            Target target, Seat.Question server, HostFinder finder, Clock clock, Growths growths, HostScope scope) {
        this.target = target;
        this.server = server;
        this.finder = finder;
        this.clock = clock;
        this.growths = growths;
        this.scope = scope;
    }

    /** Whether something can be asked: the connection says on which host its server runs. */
    public static boolean suits(Target target) {
        return target.placement().host().isPresent();
    }

    @Override
    public String name() {
        return "host";
    }

    @Override
    public Snapshot<HostsView> read() throws FaultException {
        Optional<Fault> unanswered = askServer();
        String own = target.placement().host().orElseThrow();
        List<HostView> answered = new ArrayList<>();
        List<HostsView.Silent> silent = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Future<HostView>> asked = new LinkedHashMap<>();
            for (String name : others(own)) {
                HostLook look = look(name);
                asked.put(name, threads.submit(() -> look.read(new LinkedHashMap<>(), OptionalInt.empty())));
            }
            HostView view = look(own).read(seat.folders(), seat.process());
            for (Map.Entry<String, Future<HostView>> one : asked.entrySet()) {
                try {
                    answered.add(one.getValue().get());
                } catch (ExecutionException e) {
                    silent.add(new HostsView.Silent(one.getKey(), faultOf(e)));
                }
            }
            HostsView all = new HostsView(view, answered, silent, growth(), unanswered);
            return new Snapshot<>(all, view.facts().takenAt(), seat.version(), seat.cost());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FaultException(FaultKind.TIMEOUT, "the look at the hosts was ended from outside", "");
        }
    }

    /** A host has something to tell also while its server is down. */
    private Optional<Fault> askServer() {
        try {
            seat = server.ask();
            return Optional.empty();
        } catch (FaultException e) {
            seat = seat.aged();
            return Optional.of(e.fault());
        }
    }

    /** It changes slowly. What can't be read of the past does not keep anybody from seeing the moment. */
    private Map<String, Growth> growth() {
        Instant now = clock.instant();
        if (scope == HostScope.ALL && Duration.between(growthAt, now).compareTo(GROWTH_KEEPS) >= 0) {
            growthAt = now;
            try {
                growth = growths.at(now);
            } catch (FaultException e) {
                LOG.log(Level.DEBUG, () -> "no growth of disks: " + e.fault().sentence());
            }
        }
        return growth;
    }

    private List<String> others(String own) {
        if (!scope.others()) {
            return List.of();
        }
        return target.placement().backups().stream()
                .map(BackupSource::host)
                .filter(name -> !name.equals(own))
                .distinct()
                .toList();
    }

    private HostLook look(String name) throws FaultException {
        HostLook known = looks.get(name);
        if (known == null) {
            Host host = finder.host(name);
            known = new HostLook(host, clock, new Places(target.placement().backups(), name), scope);
            looks.put(name, known);
        }
        return known;
    }

    private static Fault faultOf(ExecutionException e) {
        if (e.getCause() instanceof FaultException known) {
            return known.fault();
        }
        throw new IllegalStateException(e);
    }
}
