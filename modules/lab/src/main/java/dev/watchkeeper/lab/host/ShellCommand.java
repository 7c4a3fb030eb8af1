package dev.watchkeeper.lab.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/** One command of a guest, run by a shell. */
@SuppressWarnings("NullAway.Init") // the server sets the streams before it starts a command
final class ShellCommand implements Command {
    private static final int CHUNK = 64 * 1024;

    private final String command;
    private final Path home;
    private InputStream in;
    private OutputStream out;
    private OutputStream err;
    private ExitCallback exit;
    private volatile @Nullable Process process;

    ShellCommand(String command, Path home) {
        this.command = command;
        this.home = home;
    }

    @Override
    public void start(ChannelSession channel, Environment around) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command).directory(home.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("XDG_"));
        Process started = builder.start();
        process = started;
        CountDownLatch outputs = new CountDownLatch(2);
        thread(() -> copy(in, started.getOutputStream(), true));
        thread(() -> counted(() -> copy(started.getInputStream(), out, false), outputs));
        thread(() -> counted(() -> copy(started.getErrorStream(), err, false), outputs));
        thread(() -> end(started, outputs));
    }

    private static void thread(Runnable work) {
        Thread.ofVirtual().name("lab-host").start(work);
    }

    private static void counted(Runnable work, CountDownLatch done) {
        try {
            work.run();
        } finally {
            done.countDown();
        }
    }

    private void end(Process started, CountDownLatch outputs) {
        try {
            int status = started.waitFor();
            outputs.await();
            exit.onExit(status);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(InputStream from, OutputStream to, boolean close) {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int n = from.read(chunk); n >= 0; n = from.read(chunk)) {
                to.write(chunk, 0, n);
                to.flush();
            }
            if (close) {
                to.close();
            }
        } catch (IOException e) {
            // one side is gone: nothing more is to carry
            return;
        }
    }

    @Override
    public void destroy(ChannelSession channel) {
        Process running = process;
        if (running != null && running.isAlive()) {
            running.descendants().forEach(ProcessHandle::destroy);
            running.destroy();
        }
    }

    @Override
    public void setInputStream(InputStream stream) {
        in = stream;
    }

    @Override
    public void setOutputStream(OutputStream stream) {
        out = stream;
    }

    @Override
    public void setErrorStream(OutputStream stream) {
        err = stream;
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        exit = callback;
    }
}
