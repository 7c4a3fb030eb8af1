package dev.watchkeeper.workspace.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a console keeps is there again when it opens. */
final class KeptTest {
    private static final Instant AT = Instant.parse("2026-11-20T16:00:00Z");

    @TempDir
    Path home;

    private static Remembered ran(String statement) {
        return new Remembered(AT, "billing", statement, "1 row", true, 12);
    }

    @Test
    void historySkipsATornLineAndForgetsTheOldest() throws Exception {
        Path file = home.resolve("console").resolve("history.jsonl");
        ConsoleHistory history = new ConsoleHistory(file);
        history.add(ran("SELECT 1"));
        Files.writeString(file, "{\"at\":\"2026-11", StandardOpenOption.APPEND);
        history.add(ran("SELECT\n2"));
        assertThat(history.newest(10)).containsExactly(ran("SELECT\n2"), ran("SELECT 1"));
        Files.writeString(file, "x".repeat(17 << 20) + "\n", StandardOpenOption.APPEND);
        history.add(ran("SELECT 3"));
        assertThat(Files.size(file)).isLessThan(9 << 20);
        assertThat(history.newest(10)).containsExactly(ran("SELECT 3"));
    }

    @Test
    void draftsOfTargetsWithLikeNamesAreKeptApart() throws Exception {
        Draft one = new Draft("Query 1", "SELECT 'ž'", 3);
        new Drafts(home, "pg/bill 1").write(List.of(one));
        new Drafts(home, "pg_bill_1").write(List.of());
        assertThat(new Drafts(home, "pg/bill 1").read()).containsExactly(one);
        assertThat(new Drafts(home, "pg_bill_1").read()).isEmpty();
        assertThat(new Drafts(home, "other").read()).isEmpty();
    }

    @Test
    void aStatementSavedAgainReplacesTheFirst() throws Exception {
        SavedStatements saved = new SavedStatements(home.resolve("saved.json"));
        saved.save(new SavedStatement("waits", "who waits", "SELECT 1"));
        saved.save(new SavedStatement("sizes", "", "SELECT 2"));
        saved.save(new SavedStatement("waits", "who waits", "SELECT 3"));
        assertThat(saved.all()).extracting(SavedStatement::text).containsExactly("SELECT 2", "SELECT 3");
        saved.forget("sizes");
        assertThat(saved.all()).extracting(SavedStatement::name).containsExactly("waits");
    }
}
