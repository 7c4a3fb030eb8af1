package dev.watchkeeper.redis.connect;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.redis.resp.Blob;
import dev.watchkeeper.redis.resp.Reply;
import dev.watchkeeper.redis.resp.RespReader;
import dev.watchkeeper.redis.resp.RespWriter;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A connection of one's own, on which bytes stay what they are: for the command console, and for keys that are no text.
 * Answers are read by one thread at a time; commands may be sent by another one meanwhile, which is how a subscription
 * ends.
 */
public final class RespLine implements AutoCloseable {
    private static final Logger LOG = System.getLogger(RespLine.class.getName());
    private static final int BUFFER = 1 << 16;

    private final Socket socket;
    private final RespReader in;
    private final OutputStream out;
    private final HostPort host;
    private final boolean tls;
    private final ReentrantLock sending = new ReentrantLock();
    private Greeting greeting = new Greeting(new ServerVersion(0, ""), 0, 2);
    private volatile boolean broken;

    /**
     * What the server said of itself when it was entered.
     *
     * @param clientId the server's number for this connection; 0 if it does not tell
     * @param protocol 2 or 3
     */
    public record Greeting(ServerVersion version, long clientId, int protocol) {}

    RespLine(Socket socket, HostPort host, boolean tls) throws IOException {
        this.socket = socket;
        this.host = host;
        this.tls = tls;
        this.in = new RespReader(new BufferedInputStream(socket.getInputStream(), BUFFER));
        this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
    }

    void greeted(Greeting said) {
        greeting = said;
    }

    public Greeting greeting() {
        return greeting;
    }

    /** Which of the target's hosts it leads to. */
    public HostPort host() {
        return host;
    }

    /** From now on an answer that takes longer breaks the line: it could come when the next one is expected. */
    public void timeout(Duration limit) throws FaultException {
        try {
            socket.setSoTimeout(Math.clamp(limit.toMillis(), 1, Integer.MAX_VALUE));
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /**
     * Sends one command and waits for its answer; what comes by itself in between is dropped. An error is an answer.
     *
     * @throws FaultException if the line broke, or the time was up
     */
    public Reply ask(List<Blob> words) throws FaultException {
        send(words);
        return answer();
    }

    /** The same with words that are text. */
    public Reply ask(String... words) throws FaultException {
        return ask(List.of(words).stream().map(Blob::of).toList());
    }

    /**
     * Sends them all before it reads the first answer, in one round trip; as many answers, in their order. They should not
     * be so many that both ends wait for the other to read.
     */
    public List<Reply> askAll(List<List<Blob>> commands) throws FaultException {
        sending.lock();
        try {
            for (List<Blob> words : commands) {
                RespWriter.write(out, words);
            }
            out.flush();
        } catch (IOException e) {
            throw broken(e);
        } finally {
            sending.unlock();
        }
        List<Reply> answers = new ArrayList<>(commands.size());
        for (int i = 0; i < commands.size(); i++) {
            answers.add(answer());
        }
        return answers;
    }

    /** Sends one command; its answer is to be read. */
    public void send(List<Blob> words) throws FaultException {
        sending.lock();
        try {
            RespWriter.write(out, words);
            out.flush();
        } catch (IOException e) {
            throw broken(e);
        } finally {
            sending.unlock();
        }
    }

    private Reply answer() throws FaultException {
        while (true) {
            Reply reply = read();
            if (!(reply instanceof Reply.Push)) {
                return reply;
            }
        }
    }

    /** The next answer, or what comes by itself; blocks until it is here or the time is up. */
    public Reply read() throws FaultException {
        try {
            return in.read();
        } catch (RespReader.TooLarge e) {
            broken = true;
            throw new FaultException(
                    new Fault(
                            FaultKind.FAILED,
                            host + ": " + e.getMessage(),
                            "Ask for a part of it: SCAN, HSCAN, LRANGE, GETRANGE"),
                    e);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private FaultException broken(IOException e) {
        broken = true;
        return new FaultException(Faults.whileAsking(e, host, tls), e);
    }

    /** Whether it can be used no more. */
    public boolean isBroken() {
        return broken || socket.isClosed();
    }

    /** Who reads from it gets a fault. */
    @Override
    public void close() {
        broken = true;
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "closing the connection to {0}: {1}", host, e.getMessage());
        }
    }
}
