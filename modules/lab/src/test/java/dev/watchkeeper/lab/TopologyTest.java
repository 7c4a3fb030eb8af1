package dev.watchkeeper.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.lab.member.MemberRole;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LabExtension.class)
class TopologyTest {
    private final SharedLabs labs;

    TopologyTest(SharedLabs labs) {
        this.labs = labs;
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void everyMajorVersionStartsWithTheShop(int major) throws SQLException {
        PostgresServer primary = labs.primary(major);

        assertThat(rows(primary, "SELECT current_setting('server_version_num')::int / 10000"))
                .containsExactly(Integer.toString(major));
        assertThat(rows(primary, "SELECT count(*) > 0 FROM pg_stat_statements")).containsExactly("t");
        assertThat(rows(primary, "SELECT count(*) FROM orders")).containsExactly("10000");
    }

    @Test
    void aRowReachesTheEndOfEveryChain() throws SQLException, IOException {
        Lab lab = labs.topology();
        lab.primary().execute("INSERT INTO ledger_entries (account, amount) VALUES ('travels far', 1)");

        for (MemberRole last : List.of(MemberRole.CASCADING_STANDBY, MemberRole.LOGICAL_SUBSCRIBER)) {
            Patience.until(
                    Duration.ofSeconds(30),
                    "the row is on the " + last.label(),
                    () -> rows(lab.server(last), "SELECT 1 FROM ledger_entries WHERE account = 'travels far'")
                                    .size()
                            == 1);
        }
    }

    @Test
    void membersFollowAsPlanned() throws SQLException {
        Lab lab = labs.topology();

        assertThat(rows(
                        lab.primary(),
                        "SELECT application_name || ' ' || sync_state FROM pg_stat_replication ORDER BY 1"))
                .containsExactly("pg-dwh-1 async", "pg-shop-2 sync", "pg-shop-3 async");
        assertThat(rows(
                        lab.server(MemberRole.ASYNCHRONOUS_STANDBY),
                        "SELECT application_name FROM pg_stat_replication"))
                .containsExactly("pg-dr-1");
        assertThat(lab.members()).hasSize(5);
        assertThat(lab.members().getFirst().uri())
                .isEqualTo("postgresql://postgres@127.0.0.1:" + lab.primary().port() + "/shop");
    }

    static List<String> rows(PostgresServer server, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = server.connect();
                ResultSet result = connection.createStatement().executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
