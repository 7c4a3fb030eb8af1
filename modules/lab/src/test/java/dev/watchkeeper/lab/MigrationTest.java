package dev.watchkeeper.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.lab.workload.Migration;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LabExtension.class)
class MigrationTest {
    private static String plan(PostgresServer server) throws SQLException {
        try (Connection connection = server.connect("app_ro", "test");
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("explain (format text) select * from shipments where order_id = 7")) {
            StringBuilder plan = new StringBuilder();
            while (result.next()) {
                plan.append(result.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }

    @Test
    void theIndexIsMissedAndComesBack(SharedLabs labs) throws SQLException {
        PostgresServer primary = labs.primary();
        assertThat(plan(primary)).contains("shipments_order");
        try {
            Migration.drop(primary);
            assertThat(plan(primary)).contains("Seq Scan on shipments");
        } finally {
            Migration.restore(primary);
        }
        assertThat(plan(primary)).contains("shipments_order");
    }
}
