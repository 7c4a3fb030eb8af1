package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.redis.connect.RedisServer;

/** Leads into the servers that discovery comes upon. Thread-safe. */
public interface Doors {
    /**
     * The server behind an address: the same one every time. It connects when it is first asked.
     *
     * @param finder the target that led there
     * @param address as it is reached from here
     * @param engine REDIS or SENTINEL
     */
    RedisServer door(Target finder, HostPort address, Engine engine);

    /** From now on the finder's user and password may be used there. */
    void lend(Target finder, HostPort address);

    /** Closes all that this finder led to. */
    void close(Target finder);
}
