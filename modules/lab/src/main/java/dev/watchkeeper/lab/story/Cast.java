package dev.watchkeeper.lab.story;

import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.process.Parallel;
import dev.watchkeeper.lab.process.Patience;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everybody in one staging of a story. */
final class Cast {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int CONNECTS_AT_ONCE = 16;

    private final PostgresServer server;
    private final Consumer<String> notes;
    private final List<Actor> holders = new CopyOnWriteArrayList<>();
    private final List<Actor> waiters = new CopyOnWriteArrayList<>();
    private final List<String> prepared = new ArrayList<>();
    private final AtomicInteger ranOn = new AtomicInteger();
    private @Nullable OffsetDateTime complete;
    private volatile boolean leaving;

    Cast(PostgresServer server, Consumer<String> notes) {
        this.server = server;
        this.notes = notes;
    }

    /** Somebody who runs his statements to their end, and stays. */
    void holder(Part part) throws SQLException, IOException {
        holders(1, i -> part);
    }

    /** Many of these. */
    void holders(int count, IntFunction<Part> parts) throws SQLException, IOException {
        crowd(count, i -> enter(holders, parts.apply(i)).does(parts.apply(i).last()));
    }

    /** Somebody whose last statement takes long; returns in the middle of it. */
    void busyHolder(Part part) throws SQLException, IOException {
        Actor holder = enter(holders, part);
        holder.starts(part.last(), stopped -> {});
        try (Observer observer = new Observer(server)) {
            Patience.until(LIMIT, "the long query runs", () -> observer.sleeping(List.of(holder.pid())) == 1);
        }
    }

    /** A transaction that somebody prepares as the last thing he does. */
    void prepared(String gid, Part part) throws SQLException {
        Actor author = enter(new ArrayList<>(), part);
        author.does(part.last());
        author.leave();
        prepared.add(gid);
    }

    /** Lets somebody wait; returns when he does. */
    void waiter(Part part) throws SQLException, IOException {
        waiters(1, i -> part);
    }

    /** Lets many wait, in any order; returns when all do. */
    void waiters(int count, IntFunction<Part> parts) throws SQLException, IOException {
        crowd(count, i -> {
            Actor waiter = enter(waiters, parts.apply(i));
            waiter.starts(parts.apply(i).last(), stopped -> noteEnd(waiter, stopped));
        });
        try (Observer observer = new Observer(server)) {
            Patience.until(LIMIT, "the waiters wait", () -> observer.waiting(waiterPids()) == busy());
        }
    }

    /** Remembers who is there now, so that nobody who comes later is taken for one of them. */
    void complete() throws SQLException {
        try (Observer observer = new Observer(server)) {
            complete = observer.now();
        }
    }

    /** Whether the story is as it was staged: its blockers are there, and somebody still waits if anybody did. */
    boolean stands() throws SQLException {
        try (Observer observer = new Observer(server)) {
            return (waiters.isEmpty() || busy() > 0)
                    && observer.present(holderPids(), entered(observer)) == holders.size()
                    && observer.prepared(prepared) == prepared.size();
        }
    }

    List<Integer> holderPids() {
        return holders.stream().map(Actor::pid).toList();
    }

    List<Integer> waiterPids() {
        return waiters.stream().map(Actor::pid).toList();
    }

    List<String> preparedGids() {
        return List.copyOf(prepared);
    }

    /** How many waiters got what they waited for. */
    int ranOn() {
        return ranOn.get();
    }

    /** Ends everybody who is still there; returns when the server has forgotten them. */
    void leave() throws SQLException, IOException {
        leaving = true;
        List<Integer> pids =
                Stream.concat(holderPids().stream(), waiterPids().stream()).toList();
        try (Observer observer = new Observer(server)) {
            for (String gid : prepared) {
                observer.rollBack(gid);
            }
            OffsetDateTime entered = entered(observer);
            observer.end(pids, entered);
            Patience.until(LIMIT, "the sessions are gone", () -> observer.present(pids, entered) == 0);
        } finally {
            for (Actor actor : Stream.concat(holders.stream(), waiters.stream()).toList()) {
                actor.leave();
            }
        }
    }

    private OffsetDateTime entered(Observer observer) throws SQLException {
        return complete == null ? observer.now() : complete;
    }

    private Actor enter(List<Actor> among, Part part) throws SQLException {
        Actor actor = Actor.enter(server, part.user(), part.application());
        among.add(actor);
        actor.does(part.before());
        return actor;
    }

    private long busy() {
        return waiters.stream().filter(Actor::isBusy).count();
    }

    private void noteEnd(Actor waiter, @Nullable SQLException stopped) {
        if (leaving) {
            return;
        }
        if (stopped != null) {
            notes.accept(waiter.pid() + " was ended while it waited");
        } else if (ranOn.incrementAndGet() == waiters.size()) {
            notes.accept("all who waited ran on");
        }
    }

    /** One of a crowd. */
    private interface Entrance {
        void enter(int index) throws SQLException;
    }

    private static void crowd(int count, Entrance entrance) throws SQLException, IOException {
        Semaphore doors = new Semaphore(CONNECTS_AT_ONCE);
        Parallel.all(IntStream.range(0, count)
                .mapToObj(i -> (Parallel.Step) () -> {
                    doors.acquireUninterruptibly();
                    try {
                        entrance.enter(i);
                    } finally {
                        doors.release();
                    }
                })
                .toList());
    }
}
