package dev.watchkeeper.postgres.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.member.MemberRole;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.testing.Entrance;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LabExtension.class)
class PulseProbeTest {
    @Test
    void aPrimaryTellsWhatItWritesAndWhoFollows(SharedLabs labs) throws FaultException, SQLException {
        Lab lab = labs.topology();
        try (PostgresServer server = Entrance.to(lab.primary()).open()) {
            PulseProbe probe = new PulseProbe(server);
            Pulse before = probe.read().value();
            lab.primary().execute("create table pulse_test as select generate_series(1, 20000) as id");
            try {
                Pulse now = probe.read().value();
                assertThat(now.standby()).isFalse();
                assertThat(now.own()).isNull();
                assertThat(now.walPosition() - before.walPosition()).isGreaterThan(500_000);
                assertThat(now.startedAt()).isEqualTo(before.startedAt());
                assertThat(now.standbys())
                        .hasSizeGreaterThanOrEqualTo(2)
                        .allSatisfy(standby -> assertThat(standby.name()).isNotEmpty());
                assertThat(now.slots()).isNotEmpty();
            } finally {
                lab.primary().execute("drop table pulse_test");
            }
        }
    }

    @Test
    void aStandbyTellsItsOwnLag(SharedLabs labs) throws FaultException {
        Lab lab = labs.topology();
        try (PostgresServer server =
                Entrance.to(lab.server(MemberRole.SYNCHRONOUS_STANDBY)).open()) {
            Pulse pulse = new PulseProbe(server).read().value();
            assertThat(pulse.standby()).isTrue();
            assertThat(pulse.own()).isNotNull();
        }
    }

    @Test
    void indexesAndSizesAreListed(SharedLabs labs) throws FaultException, SQLException {
        var primary = labs.topology().primary();
        primary.execute("create table \"pulse \"\"q\"\"\" (id int constraint \"pulse ;key\" primary key)");
        try (PostgresServer server = Entrance.to(primary).open()) {
            Collection<IndexName> indexes =
                    new IndexesProbe(server).read().value().values();
            assertThat(indexes).anySatisfy(index -> {
                assertThat(index.name()).isEqualTo("pulse ;key");
                assertThat(index.table()).isEqualTo("pulse \"q\"");
            });
            Map<String, Long> sizes = new SizesProbe(server).read().value();
            assertThat(sizes)
                    .containsKey("postgres")
                    .allSatisfy((database, bytes) -> assertThat(bytes).isGreaterThan(1_000_000));
        } finally {
            primary.execute("drop table \"pulse \"\"q\"\"\"");
        }
    }
}
