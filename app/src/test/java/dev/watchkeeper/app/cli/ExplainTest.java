package dev.watchkeeper.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LabExtension.class)
final class ExplainTest {
    private static final String STATEMENT = "update orders set state = $1 where id = $2";

    @TempDir
    Path home;

    @Test
    void explainsWithoutRunning(SharedLabs labs) throws Exception {
        PostgresServer server = labs.primary();
        Path file = Files.writeString(home.resolve("slow.sql"), STATEMENT + ";\n");
        Typed text = Typed.at(home).run("explain", "--on", server.uri(), "-f", file.toString());
        assertThat(text.exit()).isEqualTo(Exit.DONE);
        assertThat(text.out()).contains("Update on public.orders", "->  Index Scan using", "$1", "% of the cost");

        Typed table = Typed.at(home)
                .run(
                        "explain",
                        "--on",
                        server.uri(),
                        "-c",
                        STATEMENT,
                        "--param",
                        "paid",
                        "--param",
                        "7",
                        "--format",
                        "table");
        assertThat(table.out()).contains("alone cost", "  Index Scan using");

        Typed json = Typed.at(home).run("explain", "--on", server.uri(), "-c", STATEMENT, "--format", "json");
        JsonNode read = new ObjectMapper().readTree(json.out());
        assertThat(read.path("way").asText()).isEqualTo("generic");
        assertThat(read.at("/plan/0/Plan/Node Type").asText()).isEqualTo("ModifyTable");
        assertThat(read.path("nodes").size()).isEqualTo(2);
    }

    @Test
    void runsItOnlyIfSomebodySaysSo(SharedLabs labs) throws Exception {
        PostgresServer server = labs.primary();
        String[] analyze = {
            "explain", "--on", server.uri(), "-c", STATEMENT, "--analyze", "--param", "paid", "--param", "7"
        };
        Typed unasked = Typed.at(home).run(analyze);
        assertThat(unasked.exit()).isEqualTo(Exit.BAD_ARGUMENTS);
        assertThat(unasked.err()).contains("runs the UPDATE", "rolled back", "--yes");
        Typed no = Typed.at(home).answering("n").run(analyze);
        assertThat(no.exit()).isEqualTo(Exit.FAILED);
        assertThat(no.out()).isEmpty();
        Typed yes = Typed.at(home).answering("y").run(analyze);
        assertThat(yes.exit()).isEqualTo(Exit.DONE);
        assertThat(yes.out()).contains("actual", "% of the time", "Execution Time");
        assertThat(Typed.at(home).run("audit", "--format", "json").out()).contains("explain-analyze");
    }

    @Test
    void saysWhatIsWrong(SharedLabs labs) {
        PostgresServer server = labs.primary();
        Typed utility = Typed.at(home).run("explain", "--on", server.uri(), "-c", "vacuum orders");
        assertThat(utility.exit()).isEqualTo(Exit.FAILED);
        assertThat(utility.err()).contains("VACUUM");
        Typed values = Typed.at(home).run("explain", "--on", server.uri(), "-c", STATEMENT, "--analyze", "--yes");
        assertThat(values.exit()).isEqualTo(Exit.BAD_ARGUMENTS);
        assertThat(values.err()).contains("text, ");
        Typed both = Typed.at(home).run("explain", "--on", server.uri(), "-c", "select 1", "-f", "x.sql");
        assertThat(both.exit()).isEqualTo(Exit.BAD_ARGUMENTS);
        Typed missing = Typed.at(home).run("explain", "--on", server.uri(), "-f", "no/such/file.sql");
        assertThat(missing.exit()).isEqualTo(Exit.BAD_ARGUMENTS);
    }
}
