package dev.watchkeeper.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class TextTableTest {
    @Test
    void alignsWhateverTheAlphabet() {
        Sheet sheet = new Sheet().number("pid").text("user").text("statement");
        sheet.row("7", "支払い係", "select 1")
                .row("4711", "bénédicte\u0301", "select 2")
                .row("12", "dba\nroot\u001b[2J", "x");
        List<String> lines = new TextTable(sheet).lines(OptionalInt.empty());
        assertThat(lines)
                .containsExactly(
                        " pid  user              statement",
                        "   7  支払い係          select 1",
                        "4711  bénédicte\u0301         select 2",
                        "  12  dba\\nroot\\x1b[2J  x");
    }

    @Test
    void fitsTheTerminalAndCutsOnlyThere() {
        Sheet sheet = new Sheet().number("pid").text("statement").row("7", "select 漢字 ".repeat(20));
        assertThat(new TextTable(sheet).lines(OptionalInt.of(60)))
                .allMatch(line -> TextTable.cells(line) <= 60)
                .anyMatch(line -> line.endsWith("…"));
        assertThat(new TextTable(sheet).lines(OptionalInt.empty()).getLast()).doesNotContain("…");
    }

    @Test
    void showsWhatWouldTurnTheTextAround() {
        assertThat(Visible.of("a\u202etxt.exe")).isEqualTo("a\\u202etxt.exe");
        assertThat(Visible.of("می\u200cخواهم")).isEqualTo("می\u200cخواهم");
        assertThat(Visible.of("\ud800")).isEqualTo("\\ud800");
    }
}
