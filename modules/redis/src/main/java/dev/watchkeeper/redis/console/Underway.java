package dev.watchkeeper.redis.console;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.connect.RespLine;
import dev.watchkeeper.redis.resp.Blob;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A command that is under way, and how it is ended: by somebody, or when its time is up. Thread-safe. */
final class Underway {
    private final RedisServer server;
    private final RespLine line;
    private final ConsoleCommand command;
    private final Waits waits;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile String stopped = "";

    Underway(RedisServer server, RespLine line, ConsoleCommand command, Waits waits) {
        this.server = server;
        this.line = line;
        this.command = command;
        this.waits = waits;
    }

    Waits waits() {
        return waits;
    }

    /** Why it was ended; empty if it was not. */
    String stopped() {
        return stopped;
    }

    /** Ends it when its time is up, unless it is done before. */
    void watch(Duration limit, String why) {
        Thread.ofVirtual().name("console-limit").start(() -> {
            try {
                if (!done.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    stop(why);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    void done() {
        done.countDown();
    }

    /** Ends it now; nothing if it is done or was ended before. May block for the time of one question. */
    synchronized void stop(String why) {
        if (done.getCount() == 0 || !stopped.isEmpty()) {
            return;
        }
        stopped = why;
        try {
            switch (waits) {
                case FOR_OTHERS -> wake();
                case LISTENS -> line.send(List.of(Blob.of(unsubscribe())));
                default -> line.close();
            }
        } catch (FaultException e) {
            // who can't be woken is left
            line.close();
        }
    }

    private void wake() throws FaultException {
        String id = Long.toString(line.greeting().clientId());
        long woken = server.look(connected -> connected.ask("CLIENT", "UNBLOCK", id, "TIMEOUT"))
                .number();
        if (woken == 0 && done.getCount() > 0) {
            line.close();
        }
    }

    private String unsubscribe() {
        return switch (command.name()) {
            case "PSUBSCRIBE" -> "PUNSUBSCRIBE";
            case "SSUBSCRIBE" -> "SUNSUBSCRIBE";
            default -> "UNSUBSCRIBE";
        };
    }
}
