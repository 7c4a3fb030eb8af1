package dev.watchkeeper.app.controls.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappedSqlTest {
    @Test
    void longLinesAreBrokenOnlyOnTheScreen() {
        String original = "select " + "column_with_a_name, ".repeat(400) + "1\nfrom t";
        WrappedSql wrapped = WrappedSql.of(original);
        assertThat(wrapped.display().lines()).allMatch(line -> line.length() <= 1200);
        assertThat(wrapped.original(0, wrapped.display().length())).isEqualTo(original);
        int at = wrapped.display().indexOf("from t");
        assertThat(wrapped.original(at, at + 6)).isEqualTo("from t");
    }
}
