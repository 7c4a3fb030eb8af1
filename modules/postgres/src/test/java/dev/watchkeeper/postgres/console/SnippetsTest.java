package dev.watchkeeper.postgres.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.sql.SqlParameters;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.snippets.Snippet;
import dev.watchkeeper.postgres.snippets.Snippets;
import dev.watchkeeper.postgres.testing.Entrance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The queries that come with the console run in it, on every server. */
@ExtendWith(LabExtension.class)
class SnippetsTest {
    private final SharedLabs labs;

    SnippetsTest(SharedLabs labs) {
        this.labs = labs;
    }

    static IntStream majors() {
        return IntStream.rangeClosed(LabPlan.OLDEST, LabPlan.NEWEST);
    }

    @ParameterizedTest
    @MethodSource("majors")
    void runAsTheyAre(int major) throws FaultException {
        try (Consoles typed = Consoles.at(Entrance.to(labs.primary(major)))) {
            for (Snippet snippet : Snippets.of(ServerVersion.parse(Integer.toString(major)))) {
                assertThat(SqlParameters.of(snippet.sql()).names())
                        .as(snippet.name())
                        .isEqualTo(snippet.asks().sequencedKeySet().stream().toList());
                Map<String, @Nullable String> values = Map.copyOf(snippet.asks());
                Answer answer = typed.console.run(Request.of(snippet.sql()).values(values), typed.notices::add);
                assertThat(answer.rows().orElseThrow().columns())
                        .as(snippet.name())
                        .isNotEmpty();
                assertThat(snippet.title() + snippet.explanation() + snippet.source())
                        .as(snippet.name())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void areAllOffered() throws IOException, FaultException {
        Path folder =
                Path.of(System.getProperty("basedir", ""), "src/main/resources/dev/watchkeeper/postgres/snippets");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\..*", ""))
                            .distinct())
                    .containsExactlyInAnyOrderElementsOf(Snippets.of(ServerVersion.parse("18")).stream()
                            .map(Snippet::name)
                            .toList());
        }
    }
}
