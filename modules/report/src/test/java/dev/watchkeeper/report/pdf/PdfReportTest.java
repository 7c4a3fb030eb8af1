package dev.watchkeeper.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.report.Block;
import dev.watchkeeper.report.Cell;
import dev.watchkeeper.report.Column;
import dev.watchkeeper.report.Fact;
import dev.watchkeeper.report.Line;
import dev.watchkeeper.report.Tone;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;

class PdfReportTest {
    private static final Clock CLOCK = Clock.fixed(Samples.TAKEN, ZoneOffset.UTC);

    /** Kept in target/ to be looked at. */
    @Test
    void writesTheWholeReportToAFile() throws Exception {
        Path file = Files.createDirectories(Path.of("target", "samples")).resolve("locks.pdf");
        new PdfReport(CLOCK).write(Samples.locks(), file);
        assertThat(Files.readAllBytes(file)).startsWith("%PDF-1.".getBytes(StandardCharsets.US_ASCII));
        try (var left = Files.list(file.toAbsolutePath().getParent())) {
            assertThat(left).noneMatch(path -> path.toString().endsWith(".part"));
        }
    }

    @Test
    void tellsServerVersionAndTimeOnEveryPageAndCountsThem() throws Exception {
        Written written = Written.of(Samples.locks());
        int pages = written.pages().size();
        assertThat(pages).isGreaterThan(5);
        for (int i = 0; i < pages; i++) {
            assertThat(written.pages().get(i))
                    .contains("billing · PostgreSQL 17.11 · 2026-03-02 14:29:52 UTC")
                    .contains("Page " + (i + 1) + " of " + pages);
        }
        assertThat(written.pages().getFirst())
                .contains("2026-03-02 15:29:52 Europe/Berlin (+01:00)", "state is active", "dba@ops-7", "production");
    }

    @Test
    void saysWhatItIsInItsProperties() throws Exception {
        var info = Written.of(Samples.locks()).reader().getInfo();
        assertThat(info)
                .containsEntry("Title", "Locks on billing")
                .containsEntry("Creator", "Watchkeeper")
                .containsEntry("Author", "dba@ops-7")
                .containsEntry("CreationDate", "D:20260302152952+01'00'");
    }

    @Test
    void repeatsTheHeadOnEachPageAndLosesNoRow() throws Exception {
        Written written = Written.of(Samples.sessions(500));
        assertThat(written.pages())
                .hasSizeGreaterThan(10)
                .allSatisfy(page -> assertThat(page).contains("Session", "Waits for"));
        for (int i = 0; i < 500; i++) {
            assertThat(written.text()).containsOnlyOnce("pid-" + (40000 + i));
        }
    }

    @Test
    void keepsARowAndItsStatementOnOnePage() throws Exception {
        for (String page : Written.of(Samples.sessions(200)).pages()) {
            // it begins with a row, never with a statement whose row is on the page before
            assertThat(page.indexOf("SELECT")).isGreaterThan(page.indexOf("pid-"));
            assertThat(count(page, "SELECT customer_id")).isEqualTo(count(page, "HAVING"));
        }
    }

    @Test
    void readsInEveryScript() throws Exception {
        String mixed = "Ünïcode Ελληνικά Кириллица 中文报表 日本語のユーザー 한국어 보고서";
        Written written = Written.of(
                new Block.Heading(mixed, "note 报表"),
                new Block.Paragraph(mixed),
                new Block.Facts(List.of(new Fact(mixed, mixed))),
                new Block.Sql("-- " + mixed),
                table(Column.code("Name", 1), mixed));
        assertThat(count(written.letters(), mixed.replace(" ", ""))).isEqualTo(6);
    }

    /** Text extraction sees it as the eye does, from left to right. */
    @Test
    void setsArabicAndHebrewFromRightToLeft() throws Exception {
        Written written = Written.of(
                new Block.Paragraph("تقارير الشهر"),
                new Block.Paragraph("before דוחות after"),
                table(Column.text("Name", 1), "报表 تقارير"));
        assertThat(written.text())
                .contains(reversed("تقارير الشهر"))
                .contains("before " + reversed("דוחות") + " after");
        assertThat(count(written.letters(), reversed("تقارير"))).isEqualTo(2);
    }

    @Test
    void showsWhatWouldHideOrBreakTheLayout() throws Exception {
        Written written =
                Written.of(table(Column.text("Name", 1), "a\nb\tc\u0000d\u202Ee\u200Bf\"g\uD83E\uDD80h\uD800i ไท"));
        assertThat(written.letters()).contains("a↵b␉c␀d‹U+202E›e‹U+200B›f\"g‹U+1F980›h‹U+D800›i‹U+0E440E17›");
    }

    @Test
    void embedsEveryFontAsASubset() throws Exception {
        List<PdfDictionary> fonts = Written.of(
                        new Block.Heading("All of them"),
                        Samples.blockers(),
                        Samples.sessions(20),
                        new Block.Facts(List.of(new Fact("bold", "value", Tone.RED))),
                        Samples.forest(2))
                .ofType(PdfName.FONT);
        List<String> names = new ArrayList<>();
        for (PdfDictionary font : fonts) {
            if (PdfName.TYPE0.equals(font.getAsName(PdfName.SUBTYPE))) {
                continue; // its descendant is in the list too
            }
            names.add(font.getAsName(PdfName.BASEFONT).toString());
            PdfDictionary descriptor = font.getAsDict(PdfName.FONTDESCRIPTOR);
            assertThat(descriptor.get(PdfName.FONTFILE2)).as("font file").isNotNull();
        }
        assertThat(names).allMatch(name -> name.matches("/[A-Z]{6}\\+.*"));
        assertThat(names)
                .anyMatch(name -> name.endsWith("+Roboto-Regular"))
                .anyMatch(name -> name.endsWith("+JetBrainsMono-Regular"))
                .anyMatch(name -> name.endsWith("+DejaVuSans"))
                .anyMatch(name -> name.endsWith("+DroidSansFallback"));
    }

    @Test
    void drawsWithoutBitmaps() throws Exception {
        assertThat(Written.of(Samples.forest(12)).ofType(PdfName.XOBJECT))
                .isNotEmpty()
                .noneMatch(object -> PdfName.IMAGE.equals(object.getAsName(PdfName.SUBTYPE)));
    }

    @Test
    void splitsADrawingThatIsTallerThanAPage() throws Exception {
        Written written = Written.of(new Block.Heading("Forest"), Samples.forest(12));
        assertThat(written.pages().getFirst()).contains("Forest", "Part 1 of");
        for (int i = 0; i < 12; i++) {
            assertThat(written.text()).contains((40318 + i) + " app_rw");
        }
    }

    @Test
    void wrapsALongStatementAndCutsNothingOff() throws Exception {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            sql.append("SELECT c").append(i).append(";\n");
        }
        String word = "x".repeat(700);
        Block.Table inACell = new Block.Table(
                List.of(Column.badge("State", 1), Column.sql("Statement", 2)),
                List.of(
                        Line.Row.of(Cell.of("first"), Cell.of(sql.toString())),
                        Line.Row.of(Cell.of("second"), Cell.of(word)),
                        Line.Row.of(Cell.of("third")).with(sql.toString())),
                "");
        Written written = Written.of(inACell, new Block.Sql(sql + word));
        String whole = sql.toString().replaceAll("\\s+", "");
        String letters =
                written.letters().replaceAll("StateStatement|WatchkeeperbillingPage?.*?UTC|SamplePage\\d+of\\d+", "");
        for (int i = 0; i < 1000; i++) {
            assertThat(count(letters, "SELECTc" + i + ";")).isEqualTo(3);
        }
        assertThat(count(letters, word)).isEqualTo(2);
        assertThat(whole).hasSizeGreaterThan(10_000);
    }

    @Test
    void saysSoWhenThereIsNothing() throws Exception {
        Block.Table empty = new Block.Table(List.of(Column.text("Session", 1)), List.of(), "Nothing is blocked");
        assertThat(Written.of(empty).text()).contains("Session", "Nothing is blocked");
    }

    @Test
    void namesTheFolderThatIsMissing(@TempDir Path folder) {
        Path file = folder.resolve("no").resolve("such.pdf");
        assertThatThrownBy(() -> new PdfReport(CLOCK).write(Samples.locks(), file))
                .isInstanceOfSatisfying(FaultException.class, e -> {
                    assertThat(e.fault().kind()).isEqualTo(FaultKind.BAD_INPUT);
                    assertThat(e.fault().message())
                            .contains(folder.resolve("no").toString(), "does not exist");
                });
    }

    private static Block.Table table(Column column, String text) {
        return new Block.Table(List.of(column), List.of(Line.Row.of(Cell.of(text))), "");
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }
}
