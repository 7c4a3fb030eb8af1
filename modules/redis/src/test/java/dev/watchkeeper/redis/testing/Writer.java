package dev.watchkeeper.redis.testing;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.connect.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** An application that asks a sentinel who the primary is, and writes there; it remembers what was acknowledged. */
public final class Writer implements AutoCloseable {
    private final OwnRedis sentinel;
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    private Writer(OwnRedis sentinel) {
        this.sentinel = sentinel;
        this.thread = Thread.ofVirtual().name("writer").start(this::run);
    }

    public static Writer through(OwnRedis sentinel) {
        return new Writer(sentinel);
    }

    private void run() {
        long number = 0;
        while (!closed) {
            try (RedisServer server = new RedisServer(primary(), Passwords.none())) {
                while (!closed) {
                    String value = "v" + number++;
                    server.act(connected -> connected.ask("SADD", "written", value));
                    acknowledged.add(value);
                }
            } catch (FaultException e) {
                LockSupport.parkNanos(5_000_000);
            }
        }
    }

    private Target primary() throws FaultException {
        List<Reply> parts =
                sentinel.ask("SENTINEL", "GET-MASTER-ADDR-BY-NAME", "cache").list();
        HostPort address = new HostPort(parts.get(0).text(), (int) parts.get(1).number());
        return Target.unsaved(
                "writer", new Endpoint(Engine.REDIS, List.of(address), "0", "default", new LinkedHashMap<>()));
    }

    public long acknowledged() {
        return acknowledged.size();
    }

    /** What was acknowledged and is not there. */
    public List<String> missingIn(OwnRedis server) throws FaultException {
        Set<String> there = server.ask("SMEMBERS", "written").list().stream()
                .map(Reply::text)
                .collect(Collectors.toCollection(HashSet::new));
        List<String> missing = new ArrayList<>(acknowledged);
        missing.removeAll(there);
        return missing;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
