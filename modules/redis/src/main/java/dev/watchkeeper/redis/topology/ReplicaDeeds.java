package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.connect.Connected;
import dev.watchkeeper.redis.text.InfoText;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What can be done to a Redis server by hand. */
final class ReplicaDeeds {
    private static final Duration SYNC = Duration.ofSeconds(30);
    private static final Duration SAVE = Duration.ofSeconds(60);

    private ReplicaDeeds() {}

    /**
     * Makes it a replica of another.
     *
     * @param address host:port, as this server would reach the other one
     */
    static Action follow(Field field, Seen server, String address) throws FaultException {
        HostPort to = parse(address);
        Optional<Seen> primary = field.meant(server, to);
        if (primary.map(server::equals).orElse(false)) {
            throw new FaultException(FaultKind.BAD_INPUT, server.name() + " can't follow itself", "");
        }
        if (primary.map(one -> chain(field, one).anyMatch(server::equals)).orElse(false)) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    address + " follows " + server.name() + " itself: they would go in a circle",
                    "Promote it first");
        }
        InfoText own = server.server()
                .look(connected -> InfoText.parse(connected.ask("INFO").text()));
        if (own.get("master_link_status").equals("up")
                && Addresses.of(own.get("master_host"), own.get("master_port")).equals(Optional.of(to))) {
            throw new FaultException(FaultKind.CONFLICT, server.name() + " follows " + to + " already", "");
        }
        Optional<InfoText> others = look(primary);
        String command = "REPLICAOF " + to.host() + " " + to.port();
        return new Change(
                server.server().target(),
                "replicaof",
                ReplicaWords.follow(server, to, own, others),
                command,
                Danger.DANGEROUS,
                tell -> follow(server, to, own.get("run_id")));
    }

    private static Optional<InfoText> look(Optional<Seen> primary) throws FaultException {
        return primary.isEmpty()
                ? Optional.empty()
                : Optional.of(primary.get()
                        .server()
                        .look(connected -> InfoText.parse(connected.ask("INFO").text())));
    }

    /** From a server up to where its changes come from. */
    private static Stream<Seen> chain(Field field, Seen start) {
        return Stream.iterate(Optional.of(start), Optional::isPresent, one -> one.flatMap(field::upstream))
                .limit(field.seen().size() + 1L)
                .flatMap(Optional::stream);
    }

    private static HostPort parse(String address) throws FaultException {
        int colon = address.strip().lastIndexOf(':');
        String host = colon < 0 ? "" : address.strip().substring(0, colon).replaceAll("^\\[|]$", "");
        return Addresses.of(host, colon < 0 ? "" : address.strip().substring(colon + 1))
                .orElseThrow(() -> new FaultException(
                        FaultKind.BAD_INPUT, address + " is no address", "Write host:port: 10.0.0.5:6379"));
    }

    private static Outcome follow(Seen server, HostPort to, String runId) throws FaultException {
        long start = System.nanoTime();
        server.server().act(connected -> {
            same(connected, runId);
            return connected.ask("REPLICAOF", to.host(), Integer.toString(to.port()));
        });
        boolean up = Waiting.until(
                SYNC, () -> replication(server).get("master_link_status").equals("up"));
        InfoText now = replication(server);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        boolean follows = now.get("master_host").equals(to.host()) && now.number("master_port") == to.port();
        String message = !follows
                ? "it was told otherwise meanwhile: it follows " + now.get("master_host") + ":" + now.get("master_port")
                : up
                        ? "it follows " + to + " after " + Spans.words(took)
                        : "it was told to follow " + to + ", and has not reached it after " + Spans.words(took);
        return new Outcome(up && follows, message, took);
    }

    private static InfoText replication(Seen server) throws FaultException {
        return server.server()
                .look(connected ->
                        InfoText.parse(connected.ask("INFO", "replication").text()));
    }

    /** The process that the preview was about. */
    private static void same(Connected connected, String runId) throws FaultException {
        if (!InfoText.parse(connected.ask("INFO", "server").text())
                .get("run_id")
                .equals(runId)) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    connected.host() + " was restarted, or another server answers there now",
                    "Nothing was done; look again");
        }
    }

    /** Makes a primary of a replica, whatever the others do. */
    static Action promote(Field field, Seen server) throws FaultException {
        InfoText own = server.server()
                .look(connected -> InfoText.parse(connected.ask("INFO").text()));
        return new Change(
                server.server().target(),
                "promote",
                ReplicaWords.promote(field, server),
                "REPLICAOF NO ONE",
                Danger.DANGEROUS,
                tell -> {
                    long start = System.nanoTime();
                    server.server().act(connected -> {
                        same(connected, own.get("run_id"));
                        return connected.ask("REPLICAOF", "NO", "ONE");
                    });
                    boolean done = replication(server).get("role").equals("master");
                    Duration took = Duration.ofNanos(System.nanoTime() - start);
                    return new Outcome(
                            done, done ? "it takes writes after " + Spans.words(took) : "it is a replica still", took);
                });
    }

    static Action save(Seen server) {
        String size = server.lastData()
                .map(sight -> Sizes.bytes(sight.info().number("used_memory")))
                .orElse("all data");
        return new Change(
                server.server().target(),
                "bgsave",
                "Saves " + size + " of " + server.name()
                        + " to its RDB file in the background; memory may grow while keys are written meanwhile",
                "BGSAVE",
                Danger.ORDINARY,
                tell -> save(server, tell));
    }

    private static Outcome save(Seen server, Consumer<String> tell) throws FaultException {
        long start = System.nanoTime();
        server.server().act(connected -> connected.ask("BGSAVE"));
        tell.accept("saving");
        boolean ended = Waiting.until(SAVE, () -> !persistence(server).flag("rdb_bgsave_in_progress"));
        boolean good = persistence(server).get("rdb_last_bgsave_status").equals("ok");
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        String message = !ended
                ? "still saving after " + Spans.words(took)
                : good ? "saved after " + Spans.words(took) : "it failed: look at the server's log";
        return new Outcome(ended && good, message, took);
    }

    private static InfoText persistence(Seen server) throws FaultException {
        return server.server()
                .look(connected ->
                        InfoText.parse(connected.ask("INFO", "persistence").text()));
    }
}
