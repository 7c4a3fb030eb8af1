package dev.watchkeeper.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.story.Stories;
import dev.watchkeeper.lab.story.Story;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

@ExtendWith(LabExtension.class)
final class ReportTest {
    @TempDir
    Path home;

    @Test
    void locksAsPdf(SharedLabs labs) throws Exception {
        PostgresServer server = labs.primary();
        try (Story queue = Stories.on(server).tableQueue(3).stage()) {
            Path file = home.resolve("incident.pdf");
            Typed typed = Typed.at(home).run("report", "locks", "--on", server.uri(), "--out", file.toString());
            assertThat(typed.err()).isEmpty();
            assertThat(typed.exit()).isEqualTo(Exit.DONE);
            try (PdfReader reader = new PdfReader(Files.readAllBytes(file))) {
                String text = new PdfTextExtractor(reader).getTextFromPage(1);
                assertThat(text)
                        .contains("4 sessions wait behind 1 root blocker")
                        .contains("UTC");
                assertThat(text).contains(Integer.toString(queue.holders().getFirst()));
            }
        }
    }

    @Test
    void sessionsAsCsvAndJson(SharedLabs labs) throws Exception {
        String uri = labs.primary().uri();
        Path csv = home.resolve("s.csv");
        assertThat(Typed.at(home)
                        .run("report", "sessions", "--on", uri, "--out", csv.toString())
                        .exit())
                .isEqualTo(Exit.DONE);
        assertThat(Files.readString(csv, StandardCharsets.UTF_8)).startsWith("target,taken_at,pid,");
        Path json = home.resolve("s.json");
        assertThat(Typed.at(home)
                        .run("report", "sessions", "--on", uri, "--out", json.toString())
                        .exit())
                .isEqualTo(Exit.DONE);
        assertThat(new ObjectMapper().readTree(json.toFile()).get("rows").size())
                .isPositive();
    }

    @Test
    void whatCannotBeWritten(SharedLabs labs) {
        String uri = labs.primary().uri();
        assertThat(Typed.at(home)
                        .run("report", "locks", "--on", uri, "--out", "x.doc")
                        .exit())
                .isEqualTo(Exit.BAD_ARGUMENTS);
        String nowhere = home.resolve("no").resolve("such").resolve("x.pdf").toString();
        assertThat(Typed.at(home)
                        .run("report", "locks", "--on", uri, "--out", nowhere)
                        .exit())
                .isEqualTo(Exit.BAD_ARGUMENTS);
    }
}
