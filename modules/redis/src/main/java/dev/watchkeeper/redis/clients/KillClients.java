package dev.watchkeeper.redis.clients;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.connect.Connected;
import dev.watchkeeper.redis.connect.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Closes clients' connections, each by number and address in one command, so that nobody else is hit. */
public final class KillClients implements Action {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(25);

    private final RedisServer server;
    private final List<Client> clients;

    /** @param clients as they were last seen; never empty */
    public KillClients(RedisServer server, List<Client> clients) {
        this.server = server;
        this.clients = List.copyOf(clients);
        if (clients.isEmpty()) {
            throw new IllegalArgumentException("no client was chosen");
        }
    }

    @Override
    public Target target() {
        return server.target();
    }

    @Override
    public String name() {
        return "kill-client";
    }

    @Override
    public String preview() {
        if (clients.size() == 1) {
            return "Closes the connection of " + KillWords.of(clients.getFirst());
        }
        String some = clients.stream().limit(5).map(KillWords::brief).collect(Collectors.joining(", "));
        String rest = clients.size() > 5 ? " and " + (clients.size() - 5) + " more" : "";
        return "Closes the connections of " + Sizes.of(clients.size(), "client", "clients") + ": " + some + rest
                + KillWords.consequences(clients);
    }

    @Override
    public String statement() {
        return clients.stream()
                .map(client -> "CLIENT KILL ID " + client.id() + " ADDR " + client.address())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public Danger danger() {
        return clients.size() > 1 ? Danger.DANGEROUS : Danger.ORDINARY;
    }

    @Override
    public Outcome run() throws FaultException {
        long start = System.nanoTime();
        Result result = server.act(connected -> kill(connected, start));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        int killed = clients.size() - result.missed().size();
        if (killed == 0) {
            throw new FaultException(
                    FaultKind.CONFLICT, missed(result) + " gone before, or somebody else by now", "Nothing was done");
        }
        String message = result.left().isEmpty()
                ? Sizes.of(killed, "client", "clients") + " gone after " + Spans.words(took)
                : "still there after " + Spans.words(took) + ": " + brief(result.left());
        String also = result.missed().isEmpty() ? "" : "; " + missed(result) + " gone before";
        return new Outcome(result.left().isEmpty() && result.missed().isEmpty(), message + also, took);
    }

    private static String missed(Result result) {
        return brief(result.missed()) + (result.missed().size() == 1 ? " was" : " were");
    }

    private static String brief(List<Client> some) {
        return some.stream().limit(5).map(KillWords::brief).collect(Collectors.joining(", "));
    }

    /**
     * What became of them.
     *
     * @param missed not there any more when it was tried
     * @param left told to go, and still there
     */
    private record Result(List<Client> missed, List<Client> left) {}

    private Result kill(Connected connected, long start) throws FaultException {
        List<Client> missed = new ArrayList<>();
        List<Client> left = new ArrayList<>();
        for (Client client : clients) {
            long hit = connected
                    .ask("CLIENT", "KILL", "ID", Long.toString(client.id()), "ADDR", client.address())
                    .number();
            (hit == 0 ? missed : left).add(client);
        }
        while (true) {
            List<ClientId> there = ClientText.read(
                            connected.ask("CLIENT", "LIST").text())
                    .stream()
                    .map(Client::identity)
                    .toList();
            left.removeIf(client -> !there.contains(client.identity()));
            if (left.isEmpty() || System.nanoTime() - start > PATIENCE.toNanos()) {
                return new Result(missed, left);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }
}
