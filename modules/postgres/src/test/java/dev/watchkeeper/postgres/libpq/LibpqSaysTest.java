package dev.watchkeeper.postgres.libpq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watchkeeper.kernel.fault.FaultException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads what libpq reads, and refuses what it refuses; libpq's own answers stand in {@code libpq-says.tsv}. */
class LibpqSaysTest {
    @ParameterizedTest
    @MethodSource("answers")
    void readsAsLibpqDoes(List<String> answer) throws FaultException {
        String text = answer.getFirst();
        if (answer.get(1).equals("refused")) {
            assertThatThrownBy(() -> read(text)).isInstanceOf(FaultException.class);
        } else {
            List<String> read = read(text).values().entrySet().stream()
                    .map(pair -> pair.getKey().word() + "=" + pair.getValue())
                    .toList();
            assertThat(read).containsExactlyInAnyOrderElementsOf(answer.subList(2, answer.size()));
        }
    }

    @Test
    void hasAnswersOfBothKinds() throws IOException {
        assertThat(answers().filter(answer -> answer.get(1).equals("read"))).hasSizeGreaterThan(50);
        assertThat(answers().filter(answer -> answer.get(1).equals("refused"))).hasSizeGreaterThan(15);
    }

    private static Conninfo read(String text) throws FaultException {
        return ConnectionUri.isOne(text) ? ConnectionUri.parse(text) : KeywordString.parse(text);
    }

    static Stream<List<String>> answers() throws IOException {
        try (InputStream file = Objects.requireNonNull(LibpqSaysTest.class.getResourceAsStream("libpq-says.tsv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split("\t", -1))
                            .map(String::translateEscapes)
                            .toList());
        }
    }
}
