package dev.watchkeeper.lab.workload;

import dev.watchkeeper.lab.redis.RedisServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An application that keeps its sessions in Redis: some twenty commands a second, to whoever is the primary. */
public final class CacheWorkload implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CacheWorkload.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int SESSIONS = 2_000;

    private final List<RedisServer> servers;
    private final CountDownLatch end = new CountDownLatch(1);

    private CacheWorkload(List<RedisServer> servers) {
        this.servers = List.copyOf(servers);
    }

    /** @param servers the primary and its replicas */
    public static CacheWorkload on(List<RedisServer> servers) {
        CacheWorkload workload = new CacheWorkload(servers);
        Thread.ofVirtual().name("workload-cache").start(workload::run);
        return workload;
    }

    private void run() {
        int primary = 0;
        try {
            while (!end.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    work(servers.get(primary));
                } catch (IOException notThePrimary) {
                    LOG.log(Level.FINE, "the next one may be the primary", notThePrimary);
                    primary = (primary + 1) % servers.size();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void work(RedisServer server) throws IOException {
        int session = ThreadLocalRandom.current().nextInt(SESSIONS);
        server.ask("SET session:%d %s EX 3600"
                .formatted(session, Long.toHexString(session).repeat(100)));
        server.ask("GET session:" + ThreadLocalRandom.current().nextInt(SESSIONS));
        server.ask("INCR page:views");
    }

    @Override
    public void close() {
        end.countDown();
    }
}
