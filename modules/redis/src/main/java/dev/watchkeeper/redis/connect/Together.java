package dev.watchkeeper.redis.connect;

import dev.watchkeeper.kernel.poll.Cost;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Several answers of one round trip.
 *
 * @param answers one for each command, in their order
 * @param at when they were given, by the server's clock
 */
public record Together(List<Answer> answers, Instant at, Cost cost) {
    public Together {
        answers = List.copyOf(answers);
    }

    /** What was answered, or why not; one of both. */
    public record Answer(Optional<Reply> answered, Optional<RedisRefusal> refusal) {
        /** @throws RedisRefusal if the server refused */
        public Reply reply() throws RedisRefusal {
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            return answered.orElseThrow();
        }

        long bytes() {
            return answered.map(Reply::bytes).orElse(0L);
        }
    }
}
