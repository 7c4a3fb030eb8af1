package dev.watchkeeper.postgres.patroni;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.Routes;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.PasswordSource;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.replication.discovery.Hint;
import dev.watchkeeper.postgres.replication.discovery.Hints;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Patroni of a cluster: the one from which the cluster is looked at, or one of those that are known, or one that answers
 * on the usual port of a member's host. Any member's REST API says the same, so who answered last is asked first, and the
 * others only if it doesn't. Thread-safe.
 */
public final class PatroniFinder implements Hints, AutoCloseable {
    private static final int USUAL_PORT = 8008;
    /** Where nobody answered for this cluster, it is not tried again for so long. */
    private static final Duration IN_PEACE = Duration.ofMinutes(5);

    private final Target finder;
    private final Passwords passwords;
    private final Routes routes;
    private final List<Target> others;
    private final Map<Target, PatroniClient> clients = new ConcurrentHashMap<>();
    private final Map<HostPort, Long> inPeace = new ConcurrentHashMap<>();
    /** Who answered last, ever: that there is a Patroni is not forgotten while it is silent. */
    private volatile @Nullable PatroniHold known;

    private volatile @Nullable PatroniHold hold;
    private volatile @Nullable Fault trouble;

    /**
     * Asks nobody yet.
     *
     * @param finder from which the cluster is looked at: of any engine
     * @param others that may be its Patroni
     */
    public PatroniFinder(Target finder, List<Target> others, Passwords passwords, Routes routes) {
        this.finder = finder;
        this.others = List.copyOf(others);
        this.passwords = passwords;
        this.routes = routes;
    }

    /** What Patroni said last; empty if none is known, or none answers. */
    public Optional<PatroniHold> hold() {
        return Optional.ofNullable(hold);
    }

    /** Why Patroni doesn't answer, where there is one. */
    public Optional<Fault> trouble() {
        boolean any = known != null || isOwn();
        return any && hold == null ? Optional.ofNullable(trouble) : Optional.empty();
    }

    /** What a member says of itself; empty if it doesn't answer. */
    public Optional<PatroniSelf> self(PatroniMember member) {
        PatroniHold now = hold;
        HostPort api = member.api();
        if (now == null || api == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(now.client().self(api));
        } catch (FaultException silent) {
            return Optional.empty();
        }
    }

    /** Asks now. */
    public Optional<PatroniHold> ask(List<MemberReading> members) {
        PatroniHold before = known;
        PatroniHold now = before == null ? first(members) : again(before);
        hold = now;
        if (now != null) {
            known = now;
            trouble = null;
        }
        return Optional.ofNullable(now);
    }

    @Override
    public List<Hint> find(List<MemberReading> members) {
        return ask(members).stream()
                .flatMap(now -> now.view().members().stream())
                .flatMap(member -> hint(member).stream())
                .toList();
    }

    private static Optional<Hint> hint(PatroniMember member) {
        HostPort address = member.address();
        String label = member.role().leads() ? member.role().words() : "";
        return address == null ? Optional.empty() : Optional.of(new Hint(member.name(), address, label));
    }

    /** The same API, else those of the other members, all at once. */
    private @Nullable PatroniHold again(PatroniHold before) {
        Optional<PatroniView> same = view(before.client(), before.api());
        if (same.isPresent()) {
            return new PatroniHold(before.client(), before.api(), same.get());
        }
        List<HostPort> apis = before.view().members().stream()
                .map(PatroniMember::api)
                .filter(Objects::nonNull)
                .filter(api -> !api.equals(before.api()))
                .toList();
        return anyOf(before.client(), apis).stream().findFirst().orElse(null);
    }

    private @Nullable PatroniHold first(List<MemberReading> members) {
        if (isOwn()) {
            return client(finder).stream()
                    .flatMap(client -> anyOf(client, finder.endpoint().hosts()).stream())
                    .findFirst()
                    .orElse(null);
        }
        if (members.isEmpty()) {
            return null;
        }
        long now = System.nanoTime();
        inPeace.values().removeIf(since -> now - since > IN_PEACE.toNanos());
        Stream<Target> usual = hosts(members).map(this::guessed);
        return Stream.concat(others.stream(), usual)
                .flatMap(target -> client(target).stream())
                .flatMap(client -> anyOf(client, untried(client, now)).stream())
                .filter(found -> isOf(members, found))
                .findFirst()
                .orElse(null);
    }

    private boolean isOwn() {
        return finder.endpoint().engine() == Engine.PATRONI;
    }

    private static Stream<String> hosts(List<MemberReading> members) {
        return members.stream()
                .map(MemberReading::address)
                .filter(address -> !address.isUnixSocket())
                .map(HostPort::host)
                .distinct();
    }

    private List<HostPort> untried(PatroniClient client, long now) {
        return client.target().endpoint().hosts().stream()
                .filter(api -> inPeace.putIfAbsent(api, now) == null)
                .toList();
    }

    /** In plain HTTP, and without a password: nobody said that it is ours. */
    private Target guessed(String host) {
        Endpoint endpoint =
                new Endpoint(Engine.PATRONI, List.of(new HostPort(host, USUAL_PORT)), "", "", new LinkedHashMap<>());
        return new Target(
                finder.name(),
                endpoint,
                finder.environment(),
                new PasswordSource.Usual(),
                finder.readOnly(),
                finder.tags(),
                finder.pool(),
                finder.placement().wayOnly());
    }

    private Optional<PatroniClient> client(Target target) {
        PatroniClient made = clients.get(target);
        if (made != null) {
            return Optional.of(made);
        }
        try {
            PatroniClient client = new PatroniClient(target, passwords, routes);
            clients.put(target, client);
            return Optional.of(client);
        } catch (FaultException e) {
            trouble = e.fault();
            return Optional.empty();
        }
    }

    /** All at once: those that hang cost no more than one of them, which is bounded. */
    private List<PatroniHold> anyOf(PatroniClient client, List<HostPort> apis) {
        List<CompletableFuture<Optional<PatroniHold>>> asked = new ArrayList<>();
        for (HostPort api : apis) {
            asked.add(CompletableFuture.supplyAsync(
                    () -> view(client, api).map(view -> new PatroniHold(client, api, view)),
                    Thread::startVirtualThread));
        }
        return asked.stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .toList();
    }

    /** One host may have members of several clusters, and a console knows many. */
    private static boolean isOf(List<MemberReading> members, PatroniHold found) {
        Set<String> systems =
                members.stream().map(one -> one.identity().system()).collect(Collectors.toSet());
        try {
            String system = found.client().self(found.api()).systemIdentifier();
            if (system != null) {
                return systems.contains(system);
            }
        } catch (FaultException notNow) {
            // then addresses must do
        }
        Set<HostPort> addresses = members.stream().map(MemberReading::address).collect(Collectors.toSet());
        return found.view().members().stream().anyMatch(member -> addresses.contains(member.address()));
    }

    private Optional<PatroniView> view(PatroniClient client, HostPort api) {
        try {
            return Optional.of(client.cluster(api));
        } catch (FaultException e) {
            trouble = e.fault();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        clients.values().forEach(PatroniClient::close);
    }
}
