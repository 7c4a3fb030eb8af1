package dev.watchkeeper.postgres.patroni;

import com.fasterxml.jackson.databind.JsonNode;
import dev.watchkeeper.kernel.target.AddressMap;
import dev.watchkeeper.kernel.target.HostPort;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Patroni's answers, from 2.1 to 4.1: what a version doesn't say is not known. */
final class PatroniJson {
    private static final Duration TTL = Duration.ofSeconds(30);
    private static final Duration LOOP_WAIT = Duration.ofSeconds(10);
    private static final long MAXIMUM_LAG = 1_048_576;

    private PatroniJson() {}

    static PatroniView view(JsonNode json, HostPort askedAt, AddressMap addresses) {
        List<PatroniMember> members = new ArrayList<>();
        json.path("members").forEach(member -> members.add(member(member, addresses)));
        JsonNode scheduled = json.path("scheduled_switchover");
        return new PatroniView(
                askedAt,
                json.path("scope").asText(),
                members,
                json.path("pause").asBoolean(),
                scheduled.isObject()
                        ? Optional.of(new PatroniView.Scheduled(
                                scheduled.path("at").asText(),
                                scheduled.path("from").asText(),
                                scheduled.path("to").asText()))
                        : Optional.empty());
    }

    private static PatroniMember member(JsonNode json, AddressMap addresses) {
        Map<String, String> tags = new HashMap<>();
        json.path("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        return new PatroniMember(
                json.path("name").asText(),
                PatroniRole.of(json.path("role").asText()),
                json.path("state").asText(),
                reach(address(json.path("host").asText(), json.path("port").asInt(5432)), addresses),
                reach(api(json.path("api_url").asText()), addresses),
                integer(json.path("timeline")),
                number(json.path("lag")),
                lsn(json.path("receive_lsn").isMissingNode() ? json.path("lsn") : json.path("receive_lsn")),
                tags,
                json.path("pending_restart").asBoolean());
    }

    static PatroniSelf self(JsonNode json) {
        List<PatroniSelf.Streaming> standbys = new ArrayList<>();
        json.path("replication")
                .forEach(one -> standbys.add(new PatroniSelf.Streaming(
                        one.path("application_name").asText(),
                        text(one.path("client_addr")),
                        one.path("state").asText(),
                        one.path("sync_state").asText())));
        JsonNode xlog = json.path("xlog");
        JsonNode position =
                xlog.path("location").isMissingNode() ? xlog.path("replayed_location") : xlog.path("location");
        return new PatroniSelf(
                json.path("patroni").path("name").asText(),
                json.path("patroni").path("scope").asText(),
                PatroniRole.of(json.path("role").asText()),
                json.path("state").asText(),
                integer(json.path("server_version")),
                json.path("database_system_identifier").isMissingNode()
                        ? null
                        : json.path("database_system_identifier").asText(),
                integer(json.path("timeline")),
                number(position),
                number(xlog.path("received_location")),
                xlog.path("paused").asBoolean(),
                json.path("patroni").path("version").asText(),
                standbys);
    }

    static PatroniConfig config(JsonNode json) {
        JsonNode synchronous = json.path("synchronous_mode");
        boolean quorum = synchronous.asText().equals("quorum");
        return new PatroniConfig(
                seconds(json.path("ttl"), TTL),
                seconds(json.path("loop_wait"), LOOP_WAIT),
                json.path("maximum_lag_on_failover").asLong(MAXIMUM_LAG),
                number(json.path("maximum_lag_on_syncnode")),
                quorum ? "quorum" : truth(synchronous) ? "on" : "off",
                truth(json.path("synchronous_mode_strict")),
                truth(json.path("pause")),
                json.path("standby_cluster").isObject());
    }

    /** YAML's many ways to say yes, kept as they were written. */
    private static boolean truth(JsonNode node) {
        return node.isBoolean() ? node.asBoolean() : node.asText().matches("(?i)on|true|yes|1");
    }

    private static Duration seconds(JsonNode node, Duration otherwise) {
        return node.canConvertToLong() ? Duration.ofSeconds(node.asLong()) : otherwise;
    }

    private static @Nullable Integer integer(JsonNode node) {
        return node.canConvertToInt() ? node.asInt() : null;
    }

    /** Null for "unknown", which is what Patroni says of a member that it has not heard of. */
    private static @Nullable Long number(JsonNode node) {
        return node.isIntegralNumber() ? node.asLong() : null;
    }

    /** A number of bytes, or as PostgreSQL writes it: {@code 0/4000060}. */
    private static @Nullable Long lsn(JsonNode node) {
        String text = node.asText();
        if (!text.matches("[0-9A-Fa-f]{1,8}/[0-9A-Fa-f]{1,8}")) {
            return number(node);
        }
        String[] halves = text.split("/", 2);
        return Long.parseLong(halves[0], 16) << 32 | Long.parseLong(halves[1], 16);
    }

    private static String text(JsonNode node) {
        return node.isNull() ? "" : node.asText();
    }

    private static @Nullable HostPort address(String host, int port) {
        return host.isBlank() || port < 1 || port > 65_535 ? null : new HostPort(bare(host), port);
    }

    /** {@code http://10.0.0.11:8008/patroni}. */
    private static @Nullable HostPort api(String url) {
        try {
            URI uri = URI.create(url);
            String host = uri.getHost();
            int port = uri.getPort() > 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
            return host == null ? null : new HostPort(bare(host), port);
        } catch (IllegalArgumentException notOne) {
            return null;
        }
    }

    private static @Nullable HostPort reach(@Nullable HostPort announced, AddressMap addresses) {
        return announced == null ? null : addresses.reach(announced);
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
