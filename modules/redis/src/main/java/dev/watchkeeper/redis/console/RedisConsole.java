package dev.watchkeeper.redis.console;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.redis.connect.RedisRefusal;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.connect.RespLine;
import dev.watchkeeper.redis.resp.Reply;
import dev.watchkeeper.redis.text.InfoText;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A session in which commands are run by hand, on a connection of its own. It is opened by the first command, and anew
 * after it broke. One command at a time; {@link #cancel} and {@link #state} may be called meanwhile. Nothing here is to be
 * called on the FX thread but these two.
 *
 * <p>First {@link #judge}; what is no deed is run by {@link #run}, the others as {@link #deed}, through the action desk.
 */
public final class RedisConsole implements AutoCloseable {
    /** A line that was used so lately is taken to be alive. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final RedisServer server;
    private final Bounds bounds;
    private final Guard guard;
    private final ReentrantLock session = new ReentrantLock();
    private volatile ConsoleState state;
    private volatile Catalog catalog = Catalog.UNKNOWN;
    private Docs docs = Docs.NONE;
    private volatile @Nullable RespLine open;
    private volatile @Nullable Underway underway;
    private volatile boolean closed;
    private Queue queue = Queue.EMPTY;
    private String note = "";
    private boolean wasOpen;
    private long usedAt;

    public RedisConsole(RedisServer server) {
        this(server, Bounds.USUAL);
    }

    public RedisConsole(RedisServer server, Bounds bounds) {
        this.server = server;
        this.bounds = bounds;
        this.guard = new Guard(server.target());
        String database = server.target().endpoint().database();
        this.state = ConsoleState.closed(
                server.target().endpoint().user(), database.matches("[0-9]{1,6}") ? Integer.parseInt(database) : 0);
    }

    public Target target() {
        return server.target();
    }

    /** How the session stands now. */
    public ConsoleState state() {
        return state;
    }

    /** What the server knows; unknown before the first command. */
    public Catalog catalog() {
        return catalog;
    }

    /** Opens the session if it is not open; then the catalog is there. */
    public void connect() throws FaultException {
        session.lock();
        try {
            line();
        } finally {
            session.unlock();
        }
    }

    /** Completes commands, and shows how they are used. Asks the server for its documentation the first time. */
    public Completer completer() throws FaultException {
        session.lock();
        try {
            RespLine line = line();
            if (docs.equals(Docs.NONE) && !state.inMulti()) {
                docs = Docs.read(line);
            }
            return new Completer(catalog, docs);
        } finally {
            session.unlock();
        }
    }

    /** What is to be said of a command before it is run. May ask the server how many keys there are. */
    public Judgement judge(ConsoleCommand command) throws FaultException {
        session.lock();
        try {
            line();
            Optional<KeyCount> keys = Hazards.dependsOnKeys(command) ? keys() : Optional.empty();
            return guard.judge(command, catalog, state, keys, queue);
        } finally {
            session.unlock();
        }
    }

    /** On the other connection: within MULTI the question would only be queued. */
    private Optional<KeyCount> keys() throws FaultException {
        try {
            return Optional.of(server.look(connected ->
                    KeyCount.of(InfoText.parse(connected.ask("INFO", "keyspace").text()))));
        } catch (RedisRefusal e) {
            return Optional.empty();
        }
    }

    /**
     * Runs a command that changes nothing and does no harm.
     *
     * @param arriving gets what comes before the answer, on the calling thread: messages, lines of MONITOR
     * @throws FaultException DENIED if the guard refuses it, or it has to be run as a deed; else what went wrong on the
     *     way, and what is not known then. What the server answers is no exception.
     */
    public Ran run(ConsoleCommand command, Consumer<Reply> arriving) throws FaultException {
        return run(command, judge(command), false, arriving);
    }

    /**
     * The action that runs a command which {@link Judgement#isDeed}.
     *
     * @param arriving as with {@link #run}
     */
    public ConsoleDeed deed(ConsoleCommand command, Judgement judgement, Consumer<Reply> arriving) {
        return new ConsoleDeed(this, command, judgement, statement(command, judgement), state, arriving);
    }

    /** Of a command that is not known nobody knows which of its words is a password; a misspelt AUTH is one. */
    private String statement(ConsoleCommand command, Judgement judgement) {
        if (command.name().equals("EXEC")) {
            return "MULTI\n" + queue.masked() + "\nEXEC";
        }
        return judgement.effect() == Effect.UNKNOWN ? command.nameOnly() : command.masked();
    }

    Ran run(ConsoleCommand command, Judgement judgement, boolean confirmed, Consumer<Reply> arriving)
            throws FaultException {
        if (judgement.refusal().isPresent()) {
            throw new FaultException(judgement.refusal().get());
        }
        if (judgement.isDeed() && !confirmed) {
            throw new FaultException(
                    FaultKind.DENIED, Guard.called(command) + " has to be confirmed", "Nothing was done");
        }
        session.lock();
        try {
            RespLine line = line();
            Waits waits = Waits.of(command, catalog.find(command), state.inMulti());
            Underway one = new Underway(server, line, command, waits);
            underway = one;
            try {
                return exchange(one, line, command, judgement, arriving);
            } finally {
                one.done();
                underway = null;
            }
        } finally {
            session.unlock();
        }
    }

    private Ran exchange(
            Underway one, RespLine line, ConsoleCommand command, Judgement judgement, Consumer<Reply> arriving)
            throws FaultException {
        long start = System.nanoTime();
        String said = note;
        note = "";
        try {
            line.timeout(Exchange.patience(one.waits(), bounds));
            Reply reply = new Exchange(line, bounds, arriving).run(one, command);
            took(command, judgement, reply);
            if (line.isBroken()
                    || command.name().equals("QUIT")
                    || command.name().equals("RESET")) {
                lose(line);
            }
            return new Ran(reply, since(start), together(said, one.stopped()));
        } catch (FaultException e) {
            ConsoleState before = state;
            lose(line);
            throw new FaultException(Lost.told(e.fault(), command, judgement, before, one.stopped()), e);
        }
    }

    private void took(ConsoleCommand command, Judgement judgement, Reply reply) {
        ConsoleState before = state;
        ConsoleState after = Transition.after(before, command, reply, queue);
        if (!after.inMulti()) {
            queue = Queue.EMPTY;
        } else if (after.queued() > before.queued()) {
            queue = queue.with(command, judgement);
        }
        state = after;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static String together(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + "; " + other;
    }

    private RespLine line() throws FaultException {
        RespLine line = open;
        if (line != null && !line.isBroken() && isAlive(line)) {
            usedAt = System.nanoTime();
            return line;
        }
        if (closed) {
            throw new FaultException(new Fault(FaultKind.CONFLICT, "this console was closed"));
        }
        lose(line);
        line = server.line(bounds.answer());
        open = line;
        usedAt = System.nanoTime();
        int database = state.database();
        line.ask("SELECT", Integer.toString(database));
        catalog = Catalog.read(line);
        state = ConsoleState.closed(target().endpoint().user(), database)
                .opened(line.greeting().protocol());
        if (wasOpen) {
            note = "a new connection, in database " + database;
        }
        wasOpen = true;
        return line;
    }

    /** A line that was cut in silence is found out before something is sent on it that must not be sent twice. */
    private boolean isAlive(RespLine line) {
        if (state.inMulti() || System.nanoTime() - usedAt < FRESH.toNanos()) {
            return true;
        }
        try {
            line.timeout(bounds.answer());
            line.ask("PING");
            return true;
        } catch (FaultException e) {
            return false;
        }
    }

    private void lose(@Nullable RespLine line) {
        if (line != null) {
            line.close();
        }
        open = null;
        queue = Queue.EMPTY;
        state = state.lost();
    }

    /** Ends the command that is under way, as gently as it can be done; nothing if there is none. Does not block. */
    public void cancel() {
        Underway one = underway;
        if (one != null) {
            Thread.ofVirtual().name("console-cancel").start(() -> one.stop("stopped"));
        }
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        closed = true;
        RespLine line = open;
        if (line != null) {
            line.close();
        }
    }
}
