package dev.watchkeeper.redis.connect;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;

/** The server answered, with an error. The connection is as good as before. */
public final class RedisRefusal extends FaultException {
    private static final long serialVersionUID = 1L;

    private final String said;

    RedisRefusal(Fault fault, String said) {
        super(fault);
        this.said = said;
    }

    /** The server's own words, its code first: {@code NOQUORUM 1 usable Sentinels…}. */
    public String said() {
        return said;
    }
}
