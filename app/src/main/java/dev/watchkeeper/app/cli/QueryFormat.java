package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.results.ResultFormat;
import java.util.Optional;

/** How {@code query} writes rows. */
enum QueryFormat {
    TABLE(Optional.empty()),
    CSV(Optional.of(ResultFormat.CSV)),
    JSON(Optional.of(ResultFormat.JSON)),
    JSONL(Optional.of(ResultFormat.JSONL)),
    INSERT(Optional.of(ResultFormat.INSERT)),
    MARKDOWN(Optional.of(ResultFormat.MARKDOWN));

    private final Optional<ResultFormat> result;

    QueryFormat(Optional<ResultFormat> result) {
        this.result = result;
    }

    /** Empty for a table, which has to see all rows before it writes the first. */
    Optional<ResultFormat> result() {
        return result;
    }
}
