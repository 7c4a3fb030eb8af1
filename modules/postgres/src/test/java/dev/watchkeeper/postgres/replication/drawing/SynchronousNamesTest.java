package dev.watchkeeper.postgres.replication.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The setting as the documentation writes it. */
class SynchronousNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "FIRST 2 (s1, s2, s3); 2; s1,s2,s3",
                "any 1 (s1,s2); 1; s1,s2",
                "2 (\"pg-shop-2\", \"o\"\"dd\"); 2; pg-shop-2,o\"dd",
                "s1, s2; 1; s1,s2",
                "*; 1; *",
                "first; 1; first"
            })
    void isRead(String setting, int count, String names) {
        assertThat(SynchronousNames.parse(setting))
                .isEqualTo(new SynchronousNames(count, List.of(names.split(",", -1))));
    }
}
