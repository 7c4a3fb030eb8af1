package dev.watchkeeper.postgres.patroni;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.kernel.target.AddressMap;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers of versions of Patroni that can't be had here (documentation: REST API, release notes 3.1 to 4.1). */
class OtherVersionsTest {
    private static final HostPort API = new HostPort("10.0.0.11", 8008);

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void aClusterOfPatroni41() throws IOException {
        PatroniView view = view("""
                {"scope": "billing", "pause": true, "members": [
                  {"name": "n1", "role": "leader", "state": "running", "api_url": "https://[fd00::1]:8008/patroni",
                   "host": "fd00::1", "port": 5432, "timeline": 7, "lsn": "4C/91A2F0B8"},
                  {"name": "n2", "role": "quorum_standby", "state": "streaming", "api_url": "https://n2:8008/patroni",
                   "host": "n2", "port": 5432, "timeline": 7, "receive_lsn": "4C/91A2F0B8", "receive_lag": 0,
                   "replay_lsn": "4C/91A2F000", "replay_lag": 184, "lag": 184, "pending_restart": true,
                   "pending_restart_reason": {"max_connections": {"old_value": "100", "new_value": "200"}},
                   "tags": {"failover_priority": 0, "nosync": true}},
                  {"name": "n3", "role": "replica", "state": "stopped", "lag": "unknown", "host": "n3", "port": 5432}],
                 "scheduled_switchover": {"at": "2026-11-21T03:00:00+00:00", "from": "n1", "to": "n2"}}""", Map.of());
        assertThat(view.scope()).isEqualTo("billing");
        assertThat(view.paused()).isTrue();
        assertThat(view.scheduled()).hasValue(new PatroniView.Scheduled("2026-11-21T03:00:00+00:00", "n1", "n2"));
        PatroniMember leader = view.leader().orElseThrow();
        assertThat(leader.api()).isEqualTo(new HostPort("fd00::1", 8008));
        assertThat(leader.lsn()).isEqualTo(0x4C_91A2_F0B8L);
        PatroniMember second = view.member("n2").orElseThrow();
        assertThat(second.role()).isEqualTo(PatroniRole.QUORUM_STANDBY);
        assertThat(second.runs()).isTrue();
        assertThat(second.nofailover()).as("a priority of zero").isTrue();
        assertThat(second.pendingRestart()).isTrue();
        assertThat(second.lsn()).isEqualTo(0x4C_91A2_F0B8L);
        PatroniMember third = view.member("n3").orElseThrow();
        assertThat(third.lagBytes()).as("unknown").isNull();
        assertThat(third.api()).isNull();
        assertThat(third.timeline()).isNull();
    }

    @Test
    void announcedAddressesAreMapped() throws IOException {
        PatroniView view =
                view("""
                {"members": [{"name": "n1", "role": "leader", "state": "running", "host": "10.1.0.5", "port": 5432,
                  "api_url": "http://10.1.0.5:8008/patroni"}]}""", Map.of("addresses", "10.1.0.5:5432=127.0.0.1:15432,10.1.0.5:8008=127.0.0.1:18008"));
        PatroniMember member = view.members().getFirst();
        assertThat(member.address()).isEqualTo(new HostPort("127.0.0.1", 15432));
        assertThat(member.api()).isEqualTo(new HostPort("127.0.0.1", 18008));
    }

    @Test
    void aMemberOfPatroni4CallsItselfPrimary() throws IOException {
        PatroniSelf self = PatroniJson.self(read("""
                {"state": "running", "role": "primary", "server_version": 180001, "timeline": 7,
                 "xlog": {"location": 328935567544}, "database_system_identifier": "7710173315115931476",
                 "patroni": {"version": "4.1.0", "scope": "billing", "name": "n1"}}"""));
        assertThat(self.role()).isEqualTo(PatroniRole.LEADER);
        assertThat(self.postgresVersion()).isEqualTo("18.1");
        assertThat(self.name()).isEqualTo("n1");
        PatroniSelf down = PatroniJson.self(read("""
                {"state": "starting", "role": "replica", "cluster_unlocked": true, "patroni": {"version": "3.0.2"}}"""));
        assertThat(down.timeline()).isNull();
        assertThat(down.position()).isNull();
    }

    @Test
    void synchronousModeIsSaidInSeveralWays() throws IOException {
        assertThat(PatroniJson.config(read("{}")).synchronous()).isFalse();
        assertThat(PatroniJson.config(read("{\"synchronous_mode\": true}")).synchronousMode())
                .isEqualTo("on");
        assertThat(PatroniJson.config(read("{\"synchronous_mode\": \"on\"}")).synchronousMode())
                .isEqualTo("on");
        assertThat(PatroniJson.config(read("{\"synchronous_mode\": \"quorum\"}"))
                        .synchronousMode())
                .isEqualTo("quorum");
        assertThat(PatroniJson.config(read("{\"synchronous_mode\": \"off\"}")).synchronous())
                .isFalse();
    }

    private PatroniView view(String text, Map<String, String> parameters) throws IOException {
        Endpoint endpoint = new Endpoint(Engine.PATRONI, List.of(API), "", "", new LinkedHashMap<>(parameters));
        return PatroniJson.view(read(text), API, AddressMap.of(endpoint));
    }

    private JsonNode read(String text) throws IOException {
        return json.readTree(text);
    }
}
