package dev.watchkeeper.hosts.ssh.keys;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.schmizz.sshj.common.Buffer;

/** The ssh-agent behind a socket. One connection a question, as an agent may be restarted. */
final class Agent {
    private static final byte LIST = 11;
    private static final byte LISTED = 12;
    private static final byte SIGN = 13;
    private static final byte SIGNED = 14;
    private static final int LONGEST = 1024 * 1024;
    /** An agent may ask the person first. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path socket;

    Agent(Path socket) {
        this.socket = socket;
    }

    /** A key that it holds. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Held(byte[] blob, String comment) {}

    List<Held> keys() throws IOException {
        Buffer.PlainBuffer answer = ask(new Buffer.PlainBuffer().putByte(LIST), LISTED);
        List<Held> keys = new ArrayList<>();
        for (long left = answer.readUInt32(); left > 0; left--) {
            keys.add(new Held(answer.readBytes(), answer.readString()));
        }
        return keys;
    }

    /** @param flags 2 for rsa-sha2-256, 4 for rsa-sha2-512 */
    byte[] sign(byte[] blob, byte[] data, int flags) throws IOException {
        Buffer.PlainBuffer question = new Buffer.PlainBuffer()
                .putByte(SIGN)
                .putBytes(blob)
                .putBytes(data)
                .putUInt32(flags);
        return ask(question, SIGNED).readBytes();
    }

    private Buffer.PlainBuffer ask(Buffer.PlainBuffer question, byte wanted) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                Deadline ignored = Deadline.closing(channel, PATIENCE)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            byte[] sent =
                    new Buffer.PlainBuffer().putBytes(question.getCompactData()).getCompactData();
            ByteBuffer out = ByteBuffer.wrap(sent);
            while (out.hasRemaining()) {
                channel.write(out);
            }
            byte[] answer = read(channel, length(read(channel, Integer.BYTES)));
            if (answer.length == 0 || answer[0] != wanted) {
                throw new IOException("the agent refused");
            }
            return new Buffer.PlainBuffer(Arrays.copyOfRange(answer, 1, answer.length));
        } catch (UnsupportedOperationException e) {
            throw new IOException("this system has no Unix sockets", e);
        }
    }

    private static int length(byte[] four) throws IOException {
        int length = ByteBuffer.wrap(four).getInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("the agent does not speak the agent's protocol");
        }
        return length;
    }

    private static byte[] read(SocketChannel from, int length) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(length);
        while (into.hasRemaining()) {
            if (from.read(into) < 0) {
                throw new IOException("the agent hung up");
            }
        }
        return into.array();
    }
}
