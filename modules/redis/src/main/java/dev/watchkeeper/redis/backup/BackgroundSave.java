package dev.watchkeeper.redis.backup;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.text.InfoText;
import java.time.Duration;
import java.util.function.Consumer;

/** Has a Redis write its snapshot in the background, and waits until it lies on the disk. */
public final class BackgroundSave {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofHours(6);

    private BackgroundSave() {}

    /** What {@code INFO persistence} says. */
    private record State(boolean busy, boolean rewrites, long lastSave, boolean wasGood) {}

    /**
     * Begins one, after any that is under way: that one began too early.
     *
     * @param tell gets a line for each step
     * @throws FaultException FAILED if the server could not write it; what it says then
     */
    public static void of(RedisServer server, Consumer<String> tell) throws FaultException {
        State before = idle(server, tell);
        tell.accept("BGSAVE");
        boolean begun = server.act(
                        connected -> connected.ask("BGSAVE", "SCHEDULE").text())
                .contains("started");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            State now = state(server);
            if (!now.busy() && !now.rewrites() && now.lastSave() > before.lastSave()) {
                tell.accept("the server has written its snapshot");
                return;
            }
            // until it has begun, the status is that of an earlier one
            begun |= now.busy();
            if (begun && !now.busy() && !now.wasGood()) {
                throw new FaultException(
                        FaultKind.FAILED,
                        server.target().name() + " could not write its snapshot (rdb_last_bgsave_status:err)",
                        "Its log tells why: no room on the disk, or no memory for the fork");
            }
            pause();
        }
        throw new FaultException(
                FaultKind.TIMEOUT, "the snapshot was not written within " + PATIENCE.toHours() + " hours", "");
    }

    /** Times of snapshots are whole seconds: a new one must not end within that of the last one. */
    private static State idle(RedisServer server, Consumer<String> tell) throws FaultException {
        State now = state(server);
        if (now.busy()) {
            tell.accept("waiting for a snapshot that is under way");
        }
        while (now.busy() || now.lastSave() >= clock(server)) {
            pause();
            now = state(server);
        }
        return now;
    }

    private static long clock(RedisServer server) throws FaultException {
        return server.look(connected ->
                Long.parseLong(connected.ask("TIME").list().getFirst().text()));
    }

    private static State state(RedisServer server) throws FaultException {
        return server.look(connected -> {
            InfoText info = InfoText.parse(connected.ask("INFO", "persistence").text());
            return new State(
                    info.number("rdb_bgsave_in_progress", 0) > 0,
                    info.number("aof_rewrite_in_progress", 0) > 0,
                    info.number("rdb_last_save_time", 0),
                    !info.get("rdb_last_bgsave_status").equals("err"));
        });
    }

    private static void pause() throws FaultException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FaultException(
                    FaultKind.TIMEOUT, "not waited for the snapshot any more; the server goes on writing it", "");
        }
    }
}
