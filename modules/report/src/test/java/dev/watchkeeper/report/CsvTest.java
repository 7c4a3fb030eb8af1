package dev.watchkeeper.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void quotesWhatMustBeAndTellsMissingFromEmpty() throws Exception {
        StringBuilder out = new StringBuilder();
        Csv csv = new Csv(out, List.of("pid", "user name", "query"));
        csv.row(List.of(4711, "a,b", "SELECT \"x\"\nFROM t"));
        csv.row(Arrays.asList(null, "", "=1+1"));
        assertThat(out)
                .hasToString("pid,user name,query\r\n4711,\"a,b\",\"SELECT \"\"x\"\"\nFROM t\"\r\n,\"\",=1+1\r\n");
    }

    @Test
    void refusesARecordOfAnotherLength() throws Exception {
        Csv csv = new Csv(new StringBuilder(), List.of("pid", "gid"));
        assertThatThrownBy(() -> csv.row(List.of(1))).isInstanceOf(IllegalArgumentException.class);
    }
}
