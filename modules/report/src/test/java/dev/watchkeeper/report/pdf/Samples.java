package dev.watchkeeper.report.pdf;

import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.report.Block;
import dev.watchkeeper.report.Cell;
import dev.watchkeeper.report.Column;
import dev.watchkeeper.report.Cover;
import dev.watchkeeper.report.Document;
import dev.watchkeeper.report.Fact;
import dev.watchkeeper.report.Line;
import dev.watchkeeper.report.Shape;
import dev.watchkeeper.report.Source;
import dev.watchkeeper.report.Tone;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Documents like those that the panes make. */
final class Samples {
    static final Instant TAKEN = Instant.parse("2026-03-02T14:29:52Z");
    static final String QUERY = """
            SELECT customer_id, sum(amount) AS total -- per customer
            FROM invoices
            WHERE issued_at >= '2024-01-01' AND status <> 'void' AND region = $1
            GROUP BY 1
            HAVING sum(amount) > 10000.50""";

    private Samples() {}

    static Cover cover() {
        Source source =
                new Source("billing", Environment.PRODUCTION, "pg-bill-1:5432,pg-bill-2:5432", "PostgreSQL 17.11");
        return new Cover(List.of(source), TAKEN, ZoneId.of("Europe/Berlin"), "state is active", "dba@ops-7");
    }

    static Document of(Block... blocks) {
        return new Document("Sample", "One sentence about it", cover(), List.of(blocks));
    }

    static Document locks() {
        return new Document(
                "Locks on billing",
                "412 sessions wait behind 3 root blockers, the longest for 4 min 12 s",
                cover(),
                List.of(
                        new Block.Heading("Who waits for whom", "412 waiters, 3 roots"),
                        forest(3),
                        new Block.Paragraph(
                                "Ending 41002 frees 299 sessions. 42290 then gets its lock and holds back the 298 until its"
                                        + " ALTER is done. Nothing is rolled back: it has written nothing.",
                                Tone.GREEN),
                        new Block.Heading("Root blockers"),
                        blockers(),
                        new Block.Heading("41002", "holds back 299 sessions"),
                        new Block.Facts(List.of(
                                new Fact("Transaction", "11 min 08 s, read only", Tone.RED),
                                new Fact("Holds", "AccessShare on invoices"),
                                new Fact("Stands in the way", "AccessExclusive by 42290 (migrator)"))),
                        new Block.Sql(QUERY),
                        new Block.Heading("All sessions of the forest", "412 rows"),
                        sessions(120)));
    }

    static Block.Table blockers() {
        return new Block.Table(
                List.of(
                        Column.text("Root blocker", 3),
                        Column.badge("State", 2),
                        Column.number("Holds back", "sessions", 1),
                        Column.number("For", "min:s", 1),
                        Column.sql("Statement", 6)),
                List.of(
                        Line.Row.of(
                                Cell.of("41002 reporting"),
                                Cell.of("active", Tone.GREEN),
                                Cell.of("299", Tone.RED),
                                Cell.of("11:08"),
                                Cell.of(QUERY)),
                        Line.Row.of(
                                Cell.of("40318 app_rw"),
                                Cell.of("idle in transaction", Tone.AMBER),
                                Cell.of("98", Tone.AMBER),
                                Cell.of("4:12"),
                                Cell.of("UPDATE orders SET state = 'paid' WHERE id = 7")),
                        Line.Row.of(
                                Cell.of("prepared tx_8812"),
                                Cell.of("prepared", Tone.VIOLET),
                                Cell.of("15"),
                                Cell.of("31:52"),
                                Cell.EMPTY)),
                "Nothing is blocked");
    }

    static Block.Table sessions(int rows) {
        String[] users = {"app_rw", "отчёты", "报表用户", "تقارير", "דוחות", "παραγγελίες", "보고서", "ユーザー", "naïve_ünïcode"};
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            if (i % 40 == 0) {
                lines.add(new Line.Band("billing-api", "40 sessions"));
            }
            Line.Row row = Line.Row.of(
                    Cell.of("pid-" + (40000 + i)),
                    Cell.of(users[i % users.length]),
                    Cell.of(i % 5 == 0 ? "idle in transaction" : "active", i % 5 == 0 ? Tone.AMBER : Tone.GREEN),
                    Cell.of("%d:%02d".formatted(i / 7, i % 60), i % 17 == 0 ? Tone.RED : Tone.PLAIN),
                    Cell.of("%,d".formatted(i * 7919)),
                    Cell.of("Lock: transactionid"),
                    Cell.of("10.2.4." + i % 255));
            lines.add((i % 4 == 0 ? row.with(QUERY) : row).at(i % 40 % 3));
        }
        return new Block.Table(
                List.of(
                        Column.code("Session", 2),
                        Column.text("User", 2),
                        Column.badge("State", 2),
                        Column.number("Transaction age", "min:s", 1),
                        Column.number("Sent", "MB", 1),
                        Column.text("Waits for", 2),
                        Column.text("Client", 2)),
                lines,
                "No sessions");
    }

    /** A blocking forest with so many roots. */
    static Block.Drawing forest(int roots) {
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Shape.Label(20, 20, "HOLDS", true));
        shapes.add(new Shape.Label(260, 20, "WAITS FOR IT", true));
        shapes.add(new Shape.Label(500, 20, "BEHIND", true));
        for (int i = 0; i < roots; i++) {
            double y = 40 + i * 170;
            shapes.add(arrow(190, y + 28, 260, y + 28, false, "row"));
            shapes.add(arrow(430, y + 28, 500, y + 28, i % 2 == 1, ""));
            shapes.add(arrow(430, y + 28, 500, y + 118, i % 2 == 1, ""));
            shapes.add(box(20, y, (40318 + i) + " app_rw", "idle in tx · 4 min 12 s", Tone.RED, false));
            shapes.add(box(260, y, "42290 migrator", "ALTER TABLE invoices · 2 min 40 s", Tone.AMBER, false));
            shapes.add(box(500, y, "+ 96 sessions", "same row, orders", Tone.PLAIN, true));
            shapes.add(box(500, y + 90, "42711 报表 تقارير", "waits 3 min 51 s", Tone.PLAIN, false));
        }
        return new Block.Drawing(690, 40 + roots * 170, shapes);
    }

    private static Shape box(double x, double y, String title, String line, Tone tone, boolean stacked) {
        return new Shape.Box(x, y, 170, 56, title, List.of(line), tone, stacked);
    }

    private static Shape arrow(double x, double y, double toX, double toY, boolean dashed, String label) {
        double middle = (x + toX) / 2;
        return new Shape.Arrow(
                List.of(
                        new Shape.Point(x, y),
                        new Shape.Point(middle, y),
                        new Shape.Point(middle, toY),
                        new Shape.Point(toX, toY)),
                true,
                dashed,
                Tone.PLAIN,
                label);
    }
}
