package dev.watchkeeper.redis.connect;

import dev.watchkeeper.kernel.fault.FaultException;

/** Something to be done on an open connection. */
@FunctionalInterface
public interface RedisWork<T> {
    T on(Connected connected) throws FaultException;
}
