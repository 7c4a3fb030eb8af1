package dev.watchkeeper.hosts.ssh.keys;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Closes something that somebody waits for in vain, so that the wait ends. Taken back by {@link #close}. */
public final class Deadline implements AutoCloseable {
    private final CountDownLatch early = new CountDownLatch(1);

    private Deadline() {}

    /** From now on so long. */
    public static Deadline closing(Closeable what, Duration limit) {
        Deadline deadline = new Deadline();
        Thread.ofVirtual().name("ssh-deadline").start(() -> deadline.await(what, limit));
        return deadline;
    }

    private void await(Closeable what, Duration limit) {
        try {
            if (!early.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                what.close();
            }
        } catch (IOException e) {
            // it is gone, which is what was wanted
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        early.countDown();
    }
}
