package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.target.HostPort;
import java.util.Map;
import java.util.Optional;

/**
 * A replica as its primary sees it: a line {@code slave0} of INFO.
 *
 * @param state {@code wait_bgsave}, {@code send_bulk} or {@code online}
 * @param offset that it acknowledged, in bytes
 * @param secondsSilent since it last acknowledged anything; it does so every second
 */
record Follower(HostPort address, String state, long offset, long secondsSilent) {
    static Optional<Follower> parse(Map<String, String> fields) {
        return Addresses.of(fields.get("ip"), fields.get("port"))
                .map(address -> new Follower(
                        address,
                        fields.getOrDefault("state", ""),
                        Long.parseLong(fields.getOrDefault("offset", "0")),
                        Long.parseLong(fields.getOrDefault("lag", "0"))));
    }
}
