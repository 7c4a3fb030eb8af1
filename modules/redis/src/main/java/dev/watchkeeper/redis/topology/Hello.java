package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.target.HostPort;
import java.util.Optional;

/**
 * What a sentinel says of itself every two seconds on the channel {@value #CHANNEL} of every server that it watches
 * (Redis' source, {@code sentinelSendHello}).
 *
 * @param id of the sentinel
 * @param name of the primary that it watches
 */
record Hello(HostPort sentinel, String id, String name, HostPort primary) {
    static final String CHANNEL = "__sentinel__:hello";

    /** Empty if it is something else that was said there. */
    static Optional<Hello> parse(String message) {
        String[] parts = message.split(",", -1);
        if (parts.length != 8) {
            return Optional.empty();
        }
        Optional<HostPort> sentinel = Addresses.of(parts[0], parts[1]);
        Optional<HostPort> primary = Addresses.of(parts[5], parts[6]);
        return sentinel.isEmpty() || primary.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hello(sentinel.get(), parts[2], parts[4], primary.get()));
    }
}
