package dev.watchkeeper.postgres.patroni;

import dev.watchkeeper.kernel.target.HostPort;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that changes something (documentation: "Patroni REST API").
 *
 * @param json its body; empty: none
 */
public record PatroniRequest(String method, String path, String json) {
    /** A planned change of the leader, at once. */
    public static PatroniRequest switchover(String leader, String candidate) {
        return post("/switchover", Map.of("leader", leader, "candidate", candidate));
    }

    /** @param at in ISO 8601 with the zone */
    public static PatroniRequest switchoverAt(String leader, String candidate, String at) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("leader", leader);
        body.put("candidate", candidate);
        body.put("scheduled_at", at);
        return post("/switchover", body);
    }

    /** Takes the scheduled switchover back. */
    public static PatroniRequest unschedule() {
        return new PatroniRequest("DELETE", "/switchover", "");
    }

    /** Where there is no leader that could hand over. */
    public static PatroniRequest failover(String candidate) {
        return post("/failover", Map.of("candidate", candidate));
    }

    /** Lets Patroni leave PostgreSQL alone, or take care of it again. */
    public static PatroniRequest pause(boolean pause) {
        Map<String, @Nullable Boolean> body = Collections.singletonMap("pause", pause ? Boolean.TRUE : null);
        return new PatroniRequest("PATCH", "/config", PatroniClient.json(body));
    }

    /** Restarts the PostgreSQL of the member that is asked. */
    public static PatroniRequest restart() {
        return post("/restart", Map.of());
    }

    /** Makes the member that is asked anew from the leader. */
    public static PatroniRequest reinitialize() {
        return post("/reinitialize", Map.of("force", true));
    }

    private static PatroniRequest post(String path, Map<String, ?> body) {
        return new PatroniRequest("POST", path, PatroniClient.json(new LinkedHashMap<>(body)));
    }

    /** As one would type it in a shell; without user and password. */
    public String command(HostPort api, boolean tls) {
        String url = (tls ? "https://" : "http://") + api + path;
        return json.isEmpty()
                ? "curl -s -X " + method + " " + url
                : "curl -s -X " + method + " -d '" + json.replace("'", "'\\''") + "' " + url;
    }
}
