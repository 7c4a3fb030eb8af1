package dev.watchkeeper.postgres.replication.discovery;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.replication.member.MemberProbe;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.SubscriptionReading;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * An address at which a PostgreSQL server may answer. It is never asked twice at a time: what takes long goes on by itself,
 * and is not waited for.
 */
final class Contact {
    private static final Executor THREADS = Thread.ofVirtual().name("member")::start;
    /** In every cluster, unless somebody dropped it. */
    private static final List<String> USUAL = List.of("postgres", "template1");

    private final Ground ground;
    private final HostPort address;
    private final Set<String> missing = new LinkedHashSet<>();
    private volatile String database;
    private @Nullable PostgresServer entered;
    private @Nullable MemberProbe probe;
    private @Nullable CompletableFuture<Answer> underWay;
    private long begun;

    Contact(Ground ground, HostPort address) {
        this.ground = ground;
        this.address = address;
        this.database = ground.database();
    }

    HostPort address() {
        return address;
    }

    /** The connections to it, in the database that was entered last. */
    PostgresServer server() {
        return ground.enter(address, database);
    }

    /** Begins to ask, unless it is being asked. */
    CompletableFuture<Answer> begin() {
        CompletableFuture<Answer> running = underWay;
        if (running == null) {
            begun = System.nanoTime();
            running = CompletableFuture.supplyAsync(this::ask, THREADS);
            underWay = running;
        }
        return running;
    }

    /** The answer, or that there is none yet. */
    Answer take() {
        CompletableFuture<Answer> running = underWay;
        if (running != null && running.isDone()) {
            underWay = null;
            return running.join();
        }
        Duration waited = Duration.ofNanos(System.nanoTime() - begun);
        return Answer.failed(new Fault(
                FaultKind.TIMEOUT,
                address + " has not answered for " + Spans.words(waited),
                "Is it stopped or overloaded, or does the network swallow the packets?"));
    }

    /** Closes what was opened for it. */
    void leave() {
        ground.leave(address, database);
        probe = null;
        entered = null;
    }

    private Answer ask() {
        Instant asked = Instant.now();
        try {
            MemberReading reading = readSomewhere();
            return Answer.of(follow(reading), asked);
        } catch (FaultException e) {
            return Answer.failed(e.fault());
        }
    }

    private MemberReading readSomewhere() throws FaultException {
        while (true) {
            try {
                return read();
            } catch (FaultException e) {
                Optional<String> other = noSuchDatabase(e) ? another() : Optional.empty();
                if (other.isEmpty()) {
                    throw e;
                }
                enter(other.get());
            }
        }
    }

    /** The tables of a subscription can be seen only in its own database. */
    private MemberReading follow(MemberReading reading) {
        Optional<String> own = reading.subscriptions().stream()
                .map(SubscriptionReading::database)
                .filter(name -> !missing.contains(name))
                .findFirst();
        boolean there = reading.subscriptions().stream().anyMatch(SubscriptionReading::here);
        if (own.isEmpty() || there) {
            return reading;
        }
        String before = database;
        try {
            enter(own.get());
            return read();
        } catch (FaultException notAllowed) {
            missing.add(own.get());
            enter(before);
            return reading;
        }
    }

    /** Behind the door there may be other connections than last time, once a password was lent. */
    private MemberReading read() throws FaultException {
        PostgresServer opened = server();
        MemberProbe ready = probe;
        if (ready == null || opened != entered) {
            ready = new MemberProbe(opened);
            entered = opened;
            probe = ready;
        }
        return ready.read().value();
    }

    private void enter(String other) {
        leave();
        database = other;
    }

    private Optional<String> another() {
        missing.add(database);
        return USUAL.stream().filter(name -> !missing.contains(name)).findFirst();
    }

    private static boolean noSuchDatabase(FaultException e) {
        return e.getCause() instanceof SQLException cause && "3D000".equals(cause.getSQLState());
    }
}
