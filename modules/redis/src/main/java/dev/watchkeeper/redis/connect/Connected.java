package dev.watchkeeper.redis.connect;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.target.HostPort;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** An open connection, used by one thread at a time. */
public final class Connected {
    private static final Logger LOG = System.getLogger(Connected.class.getName());
    private static final String MICROS = "TIME";

    private final Connection connection;
    private final HostPort host;
    private final boolean tls;
    private Greeting greeting = Greeting.UNKNOWN;

    Connected(Connection connection, HostPort host, boolean tls) {
        this.connection = connection;
        this.host = host;
        this.tls = tls;
    }

    /**
     * What the server said of itself when it was entered.
     *
     * @param clientId the server's number for this connection; 0 if it does not tell
     */
    record Greeting(ServerVersion version, long clientId) {
        static final Greeting UNKNOWN = new Greeting(new ServerVersion(0, ""), 0);
    }

    void greeted(Greeting said) {
        greeting = said;
    }

    /** Which of the target's hosts it leads to. */
    public HostPort host() {
        return host;
    }

    public ServerVersion version() {
        return greeting.version();
    }

    /** The server's number for this connection; 0 if it does not tell. */
    public long clientId() {
        return greeting.clientId();
    }

    /**
     * Sends one command and waits for its answer.
     *
     * @throws RedisRefusal if the server answers with an error
     * @throws FaultException if the connection broke, or the time was up
     */
    public Reply ask(String... words) throws FaultException {
        return ask(List.of(words));
    }

    /** The same with its words in a list. */
    public Reply ask(List<String> words) throws FaultException {
        try {
            return new Reply(connection.executeCommand(command(words)));
        } catch (JedisDataException e) {
            throw Faults.refusal(String.valueOf(e.getMessage()), words, host);
        } catch (JedisException e) {
            throw new FaultException(Faults.whileAsking(e, host, tls), e);
        }
    }

    /** The same between two looks at the server's clock, in one round trip; what it costs is what the server worked on it. */
    public Answered timed(String... words) throws FaultException {
        Together together = together(List.of(List.of(words)));
        return new Answered(together.answers().getFirst().reply(), together.at(), together.cost());
    }

    /** Several commands between two looks at the server's clock, in one round trip. A refusal is an answer here. */
    public Together together(List<List<String>> commands) throws FaultException {
        try {
            connection.sendCommand(command(List.of(MICROS)));
            commands.forEach(words -> connection.sendCommand(command(words)));
            connection.sendCommand(command(List.of(MICROS)));
            long start = micros(one());
            List<Together.Answer> answers = new ArrayList<>();
            for (List<String> words : commands) {
                answers.add(answer(one(), words));
            }
            long end = micros(one());
            Instant at = end == 0 ? Instant.now() : Instant.ofEpochSecond(end / 1_000_000, end % 1_000_000 * 1_000);
            long bytes = answers.stream().mapToLong(Together.Answer::bytes).sum();
            return new Together(answers, at, new Cost(Math.max(0, end - start) / 1000.0, bytes));
        } catch (JedisException e) {
            throw new FaultException(Faults.whileAsking(e, host, tls), e);
        }
    }

    private Together.Answer answer(@Nullable Object raw, List<String> words) {
        return raw instanceof JedisDataException e
                ? new Together.Answer(
                        Optional.empty(), Optional.of(Faults.refusal(String.valueOf(e.getMessage()), words, host)))
                : new Together.Answer(Optional.of(new Reply(raw)), Optional.empty());
    }

    /** What comes by itself to who has subscribed; blocks until it is here or the time is up. */
    public Reply next() throws FaultException {
        try {
            return new Reply(connection.getUnflushedObject());
        } catch (JedisException e) {
            throw new FaultException(Faults.whileAsking(e, host, tls), e);
        }
    }

    /** An error is an answer here: the others behind it are still to be read. */
    private @Nullable Object one() {
        try {
            return connection.getOne();
        } catch (JedisDataException e) {
            return e;
        }
    }

    /** 0 where the server does not tell the time: sentinels, and who may not ask. */
    private static long micros(@Nullable Object time) {
        List<Reply> parts = new Reply(time).list();
        return parts.size() == 2
                ? parts.get(0).number() * 1_000_000 + parts.get(1).number()
                : 0;
    }

    private static CommandArguments command(List<String> words) {
        byte[] name = words.getFirst().getBytes(StandardCharsets.UTF_8);
        CommandArguments arguments = new CommandArguments(() -> name);
        words.stream().skip(1).forEach(arguments::add);
        return arguments;
    }

    void timeout(int millis) {
        connection.setSoTimeout(millis);
    }

    boolean isBroken() {
        return connection.isBroken() || !connection.isConnected();
    }

    void closeQuietly() {
        try {
            connection.forceDisconnect();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "closing the connection to {0}: {1}", host, e.getMessage());
        }
    }
}
