package dev.watchkeeper.redis.slowlog;

import dev.watchkeeper.kernel.fault.Fault;
import java.util.Optional;

/**
 * What the server told of one thing, or why it did not; one of both. Who may not ask for one thing sees the others all the
 * same.
 */
public record Told<T>(Optional<T> value, Optional<Fault> refusal) {
    static <T> Told<T> of(T value) {
        return new Told<>(Optional.of(value), Optional.empty());
    }

    static <T> Told<T> not(Fault why) {
        return new Told<>(Optional.empty(), Optional.of(why));
    }
}
