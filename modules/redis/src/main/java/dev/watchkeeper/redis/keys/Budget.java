package dev.watchkeeper.redis.keys;

import java.time.Duration;

/**
 * How much a sample may cost.
 *
 * @param keys at most so many are looked at
 * @param time at most so long
 * @param batch keys a round trip
 * @param rest for each unit of time that a batch takes, so many are waited: 3 keeps the server busy a quarter of the time
 * @param samples of a collection's elements whose size is measured, to estimate that of the others; 0 measures all
 */
public record Budget(long keys, Duration time, int batch, double rest, int samples) {
    /** 20,000 keys, half a minute, a quarter of one processor at most. */
    public static final Budget USUAL = new Budget(20_000, Duration.ofSeconds(30), 100, 3, 5);

    public Budget withKeys(long most) {
        return new Budget(most, time, batch, rest, samples);
    }

    public Budget withTime(Duration most) {
        return new Budget(keys, most, batch, rest, samples);
    }
}
