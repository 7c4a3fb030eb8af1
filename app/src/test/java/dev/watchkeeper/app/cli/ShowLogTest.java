package dev.watchkeeper.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.process.Patience;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShowLogTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path home;

    @Test
    void slowStatementsAsRowsTableAndPdf() throws Exception {
        LabPlan plan =
                LabPlan.primaryOnly(16).setting("logging_collector", "on").setting("log_destination", "jsonlog");
        try (Lab lab = Lab.start(plan);
                Connection connection = lab.primary().connect("postgres", "pay");
                Statement statement = connection.createStatement()) {
            statement.execute("set log_min_duration_statement = 0");
            statement.execute("select count(*) from orders where id > 3");
            statement.execute("select count(*) from orders where id > 4");
            String uri = lab.primary().uri();
            JsonNode[] found = new JsonNode[1];
            Patience.until(Duration.ofSeconds(30), "the log tells of both", () -> {
                Typed typed = Typed.at(home).run("show", "log", "--on", uri, "--since", "1d", "--format", "json");
                assertThat(typed.exit()).as(typed.err()).isEqualTo(Exit.DONE);
                for (JsonNode row : JSON.readTree(typed.out()).get("rows")) {
                    if (row.get("normalized").asText().equals("select count(*) from orders where id > ?")
                            && row.get("count").asInt() == 2) {
                        found[0] = row;
                    }
                }
                return found[0] != null;
            });
            assertThat(found[0].get("kind").asText()).isEqualTo("slow");
            assertThat(found[0].get("total_ms").asDouble()).isPositive();
            assertThat(found[0].get("database").asText())
                    .isEqualTo(lab.primary().database());
            assertThat(found[0].get("query").asText()).isEqualTo("select count(*) from orders where id > 4");

            Typed table = Typed.at(home).run("show", "log", "--on", uri);
            assertThat(table.lines().getFirst()).contains("slow statements, the longest");
            assertThat(table.out()).contains("Slow statements", "select count(*) from orders where id > 4");
            Path pdf = home.resolve("log.pdf");
            assertThat(Typed.at(home)
                            .run("report", "log", "--on", uri, "--out", pdf.toString())
                            .exit())
                    .isEqualTo(Exit.DONE);
            assertThat(pdf).isNotEmptyFile();
            assertThat(Typed.at(home)
                            .run("show", "log", "--on", uri, "--compare", "2h..1h")
                            .exit())
                    .isEqualTo(Exit.BAD_ARGUMENTS);
        }
    }
}
