package dev.watchkeeper.hosts.ssh;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import net.schmizz.sshj.connection.channel.Channel;

/** Carries bytes both ways between a socket and a channel, until both have ended or one broke. */
final class Pump {
    private static final int CHUNK = 32 * 1024;

    private final Socket socket;
    private final Channel.Direct channel;
    private final AtomicInteger running = new AtomicInteger(2);

    private Pump(Socket socket, Channel.Direct channel) {
        this.socket = socket;
        this.channel = channel;
    }

    static void between(Socket socket, Channel.Direct channel) throws IOException {
        socket.setTcpNoDelay(true);
        Pump pump = new Pump(socket, channel);
        InputStream here = socket.getInputStream();
        OutputStream back = socket.getOutputStream();
        start(() -> pump.carry(here, channel.getOutputStream(), channel.getOutputStream()));
        start(() -> pump.carry(channel.getInputStream(), back, socket::shutdownOutput));
    }

    private static void start(Runnable work) {
        Thread.ofVirtual().name("ssh-tunnel").start(work);
    }

    /** @param end tells the other side that no more comes */
    private void carry(InputStream from, OutputStream to, Closeable end) {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int n = from.read(chunk); n >= 0; n = from.read(chunk)) {
                to.write(chunk, 0, n);
                to.flush();
            }
            end.close();
        } catch (IOException e) {
            running.set(1);
        } finally {
            if (running.decrementAndGet() <= 0) {
                SshLine.hangUp(channel);
                SshLine.hangUp(socket);
            }
        }
    }
}
