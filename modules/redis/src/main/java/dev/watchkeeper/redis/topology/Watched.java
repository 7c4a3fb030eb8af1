package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.target.HostPort;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server as a sentinel sees it: an answer of {@code SENTINEL MASTER}, {@code REPLICAS} or {@code SENTINELS}. */
record Watched(Map<String, String> fields) {
    Watched {
        fields = Map.copyOf(fields);
    }

    Optional<HostPort> address() {
        return Addresses.of(fields.get("ip"), fields.get("port"));
    }

    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    long number(String name) {
        String text = text(name);
        return text.matches("-?[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    /** Whether it has this flag. */
    boolean is(String flag) {
        return List.of(text("flags").split(",", -1)).contains(flag);
    }

    /** What this one sentinel thinks: {@code o_down}, {@code s_down}, {@code disconnected}, else {@code ok}. */
    String opinion() {
        for (String flag : List.of("o_down", "s_down", "disconnected")) {
            if (is(flag)) {
                return flag;
            }
        }
        return "ok";
    }

    boolean isDown() {
        return is("s_down") || is("o_down");
    }
}
