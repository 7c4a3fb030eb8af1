package dev.watchkeeper.redis.connect;

import dev.watchkeeper.kernel.poll.Cost;
import java.time.Instant;

/**
 * An answer with when and at what price.
 *
 * @param at when it was given, by the server's clock
 */
public record Answered(Reply reply, Instant at, Cost cost) {}
