package dev.watchkeeper.app.results;

import dev.watchkeeper.postgres.console.Column;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** How a result is written for others. */
public enum ResultFormat {
    /** RFC 4180, as COPY reads it back: NULL is empty, an empty text is {@code ""}. */
    CSV("csv"),
    /** One array of objects. */
    JSON("json"),
    /** An object a line. */
    JSONL("jsonl"),
    /** Statements that insert the rows into a table. */
    INSERT("sql"),
    /** A table for tickets and wikis. */
    MARKDOWN("md");

    private final String ending;

    ResultFormat(String ending) {
        this.ending = ending;
    }

    /** Of a file's name, without the dot. */
    public String ending() {
        return ending;
    }

    /**
     * Begins to write.
     *
     * @param table into which {@link #INSERT} inserts, as it is to be written; the others don't need it
     */
    public ResultWriter writer(Writer out, List<Column> columns, String table) throws IOException {
        return switch (this) {
            case CSV -> new CsvResult(out, columns);
            case JSON -> new JsonResult(out, columns, true);
            case JSONL -> new JsonResult(out, columns, false);
            case INSERT -> new InsertResult(out, columns, table);
            case MARKDOWN -> new MarkdownResult(out, columns);
        };
    }
}
