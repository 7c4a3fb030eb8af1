package dev.watchkeeper.postgres.libpq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever a name looks like, it comes back equal from what was written. */
class RoundTripTest {
    private static final List<String> PIECES = List.of(
            "a", "Z", "0", " ", "  ", "'", "''", "\"", "\\", "\\'", "\n", "\r\n", "\t", ";", "--", "=", "&", "?", "/",
            ":", "@", "%", "%41", "%zz", "+", "#", "$", "{}", "[", "]", ",", "é", "база", "数据", "قاعدة", "🐘", "\u00a0",
            "\u2028", "~", "|", "\u0001");

    @Test
    void isReadBackFromAUri() throws FaultException {
        for (Endpoint endpoint : endpoints()) {
            assertThat(read(ConnectionUri.write(endpoint))).isEqualTo(endpoint);
        }
    }

    @Test
    void isReadBackFromAKeywordString() throws FaultException {
        for (Endpoint endpoint : endpoints()) {
            assertThat(read(KeywordString.write(endpoint))).isEqualTo(endpoint);
        }
    }

    private static Endpoint read(String text) throws FaultException {
        Map<String, String> distracting = Map.of("PGPORT", "1", "PGUSER", "nobody", "PGDATABASE", "none");
        return Libpq.resolve(text, distracting, Path.of("no-home")).endpoint();
    }

    private static List<Endpoint> endpoints() {
        Random random = new Random(20260728);
        return IntStream.range(0, 2000).mapToObj(i -> endpoint(random)).toList();
    }

    private static Endpoint endpoint(Random random) {
        List<String> hosts =
                List.of("db.example.com", "::1", "fe80::1%eth0", "/var/run/my sockets", "10.0.0.1", "@lab");
        List<HostPort> addresses = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> new HostPort(hosts.get(random.nextInt(hosts.size())), 1 + random.nextInt(65535)))
                .toList();
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        parameters.put("options", name(random));
        parameters.put("application_name", name(random));
        parameters.put("sslmode", "verify-full");
        parameters.put("target_session_attrs", "prefer-standby");
        return new Endpoint(Engine.POSTGRESQL, addresses, name(random), name(random), parameters);
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        int length = 1 + random.nextInt(8);
        for (int i = 0; i < length; i++) {
            name.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return name.toString();
    }
}
