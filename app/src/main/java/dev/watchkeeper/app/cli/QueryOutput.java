package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.results.ResultFormat;
import dev.watchkeeper.app.results.ResultWriter;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.console.Answer;
import dev.watchkeeper.postgres.console.Column;
import dev.watchkeeper.postgres.console.Notice;
import dev.watchkeeper.postgres.console.Page;
import dev.watchkeeper.postgres.console.Request;
import dev.watchkeeper.postgres.console.Row;
import dev.watchkeeper.postgres.console.RowCursor;
import dev.watchkeeper.postgres.console.SqlConsole;
import dev.watchkeeper.postgres.console.Timing;
import dev.watchkeeper.postgres.console.ValueKind;
import dev.watchkeeper.postgres.console.change.RunStatements;
import dev.watchkeeper.postgres.describe.Description;
import dev.watchkeeper.postgres.describe.Section;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Rows to standard output, everything else beside it. */
final class QueryOutput implements RunStatements.Listener {
    /** A table is put together in memory, and nobody reads more of it. */
    private static final long TABLE_ROWS = 1000;

    private static final int PAGE = 1000;
    private static final String NULL = "(null)";

    private final Console console;
    private final Optional<ResultFormat> format;
    private final OptionalLong limit;
    private final String table;
    private int tables;
    private int done;

    /**
     * @param limit of rows of each result; empty for all, or, in a table, for {@value #TABLE_ROWS}
     * @param table into which inserts insert
     */
    QueryOutput(Console console, QueryFormat format, OptionalLong limit, String table) {
        this.console = console;
        this.format = format.result();
        this.limit = limit;
        this.table = table;
    }

    @Override
    public void notice(Notice notice) {
        console.note(notice.severity() + ":  " + Visible.of(notice.message()));
        if (!notice.detail().isEmpty()) {
            console.note("  " + Visible.of(notice.detail()));
        }
        if (!notice.hint().isEmpty()) {
            console.note("  " + Visible.of(notice.hint()));
        }
    }

    @Override
    public void answered(Request request, Answer answer) throws FaultException {
        Timing timing = answer.timing();
        String rest =
                answer.count().isPresent() ? " " + Sizes.count(answer.count().getAsLong()) : "";
        if (answer.rows().isPresent()) {
            try (RowCursor rows = answer.rows().get()) {
                String shown = rows(rows);
                rest = rest.isEmpty() || !shown.isEmpty() ? shown : rest;
                timing = rows.timing();
            }
        }
        long untold = answer.notices() - SqlConsole.KEPT_NOTICES;
        if (untold > 0) {
            console.note("… and " + Sizes.of(untold, "message", "messages") + " more");
        }
        String fetching = timing.fetching().isZero() ? "" : ", fetching " + Spans.words(timing.fetching());
        done++;
        console.note(answer.verb() + rest + " (" + Spans.words(timing.answered()) + fetching + ")");
    }

    /** How many statements were run to their end. */
    int done() {
        return done;
    }

    void describe(List<Description> descriptions) {
        for (Description one : descriptions) {
            apart();
            console.out().println(one.title());
            for (Section section : one.sections()) {
                if (!section.title().isEmpty()) {
                    console.out().println();
                    console.out().println(section.title());
                }
                if (section.isText()) {
                    section.text().lines().map(Visible::of).forEach(console.out()::println);
                } else {
                    sheet(section);
                }
            }
        }
        done++;
        console.out().flush();
    }

    private void sheet(Section section) {
        Sheet sheet = new Sheet();
        section.columns().forEach(sheet::text);
        section.rows().forEach(row -> sheet.row(row.toArray(String[]::new)));
        new TextTable(sheet).lines(OptionalInt.empty()).forEach(console.out()::println);
    }

    /** What is to be said of the rows that were not shown. */
    private String rows(RowCursor rows) throws FaultException {
        try {
            return format.isEmpty()
                    ? table(rows)
                    : written(rows, format.get().writer(console.out(), rows.columns(), table));
        } catch (IOException e) {
            throw new FaultException(new Fault(FaultKind.FAILED, "the result can't be written: " + e), e);
        } finally {
            console.out().flush();
        }
    }

    private String written(RowCursor rows, ResultWriter writer) throws FaultException, IOException {
        long most = limit.orElse(Long.MAX_VALUE);
        long count = 0;
        Page page;
        do {
            page = rows.next(PAGE);
            for (Row row : page.rows()) {
                if (count++ < most) {
                    writer.row(row);
                }
            }
            if (console.out().checkError()) {
                throw new IOException("nobody reads it any more");
            }
        } while (!page.last() && count < most);
        writer.end();
        return count > most || !page.last() ? ", the first " + Sizes.count(most) : " " + Sizes.count(count);
    }

    private String table(RowCursor rows) throws FaultException {
        long most = limit.orElse(TABLE_ROWS);
        Sheet sheet = new Sheet();
        for (Column column : rows.columns()) {
            if (column.kind() == ValueKind.NUMBER) {
                sheet.number(Visible.of(column.name()));
            } else {
                sheet.text(Visible.of(column.name()));
            }
        }
        long count = 0;
        Page page;
        do {
            page = rows.next(PAGE);
            for (Row row : page.rows()) {
                if (count++ < most) {
                    sheet.row(row.values().stream()
                            .map(value -> value == null ? NULL : value)
                            .toArray(String[]::new));
                }
            }
        } while (!page.last() && count < most);
        apart();
        if (!rows.columns().isEmpty()) {
            new TextTable(sheet).lines(OptionalInt.empty()).forEach(console.out()::println);
        }
        return count > most || !page.last()
                ? ", the first " + Sizes.count(most) + "; --limit N shows more, --format csv all"
                : " " + Sizes.count(count);
    }

    private void apart() {
        if (tables++ > 0) {
            console.out().println();
        }
    }
}
