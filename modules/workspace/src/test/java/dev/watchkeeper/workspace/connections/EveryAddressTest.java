package dev.watchkeeper.workspace.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.AddressMap;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EveryAddressTest {
    private final EndpointParser parser = new EveryAddress(new LibpqParser());

    @Test
    void severalSentinelsAndTheNameOfTheirPrimary() throws FaultException {
        EndpointParser.Address address = parser.parse("sentinel://ops:s%40cret@cache-1:26379,[::1]/my%20cache");
        Endpoint endpoint = address.endpoint();
        assertThat(endpoint.engine()).isEqualTo(Engine.SENTINEL);
        assertThat(endpoint.hosts()).containsExactly(new HostPort("cache-1", 26379), new HostPort("::1", 26379));
        assertThat(endpoint.database()).isEqualTo("my cache");
        assertThat(endpoint.user()).isEqualTo("ops");
        assertThat(address.password().orElseThrow().reveal()).isEqualTo("s@cret");
    }

    @Test
    void eachHasItsUsualPortAndUser() throws FaultException {
        assertThat(parser.parse("redis://h").endpoint().where()).isEqualTo("h:6379");
        assertThat(parser.parse("redis://h").endpoint().user()).isEqualTo("default");
        assertThat(parser.parse("patroni+http://h").endpoint().where()).isEqualTo("h:8008");
        assertThat(parser.parse("pgbouncer://dba@h").endpoint().where()).isEqualTo("h:6432");
        assertThat(parser.parse("pgbouncer://h").endpoint().user()).isNotEmpty();
        assertThat(parser.parse("pgbouncer://h").endpoint().database()).isEqualTo("pgbouncer");
    }

    @Test
    void haproxyHasAPageOrASocket() throws FaultException {
        Endpoint page = parser.parse("haproxy+https://h:8404/admin/stats").endpoint();
        assertThat(page.parameter("path", "")).isEqualTo("/admin/stats");
        assertThat(page.parameter("tls", "")).isEqualTo("true");
        Endpoint socket =
                parser.parse("haproxy+unix://?socket=/run/haproxy/admin.sock").endpoint();
        assertThat(socket.hosts().getFirst().isUnixSocket()).isTrue();
    }

    @Test
    void announcedAddressesAreReachedElsewhere() throws FaultException {
        Endpoint endpoint = parser.parse(
                        "redis://h?addresses=10.0.0.5:6379=127.0.0.1:7000,10.0.0.6=cache-2,[fd00::1]:1=[::1]:2")
                .endpoint();
        AddressMap map = AddressMap.of(endpoint);
        assertThat(map.reach(new HostPort("10.0.0.5", 6379))).isEqualTo(new HostPort("127.0.0.1", 7000));
        assertThat(map.reach(new HostPort("10.0.0.5", 6380))).isEqualTo(new HostPort("10.0.0.5", 6380));
        assertThat(map.reach(new HostPort("10.0.0.6", 6379))).isEqualTo(new HostPort("cache-2", 6379));
        assertThat(map.reach(new HostPort("fd00::1", 1))).isEqualTo(new HostPort("::1", 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://",
                "redis://:hunter2@",
                "redis://h:0",
                "redis://h:70000",
                "redis://hunter2@x@h",
                "redis://h/x",
                "redis://h?surprise=1",
                "redis://h?addresses=a:1=b",
                "patroni+http://h/path",
                "sentinel://h,,k/x"
            })
    void nonsenseIsRefusedInSilence(String address) {
        assertThatThrownBy(() -> parser.parse(address))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        e -> assertThat(e.fault().sentence()).doesNotContain("hunter2"));
    }
}
