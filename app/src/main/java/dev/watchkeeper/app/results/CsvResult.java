package dev.watchkeeper.app.results;

import dev.watchkeeper.postgres.console.Column;
import dev.watchkeeper.postgres.console.Row;
import dev.watchkeeper.report.Csv;
import java.io.IOException;
import java.util.List;

final class CsvResult implements ResultWriter {
    private final Csv csv;

    CsvResult(Appendable out, List<Column> columns) throws IOException {
        csv = new Csv(out, columns.stream().map(Column::name).toList());
    }

    @Override
    public void row(Row row) throws IOException {
        csv.row(row.values());
    }

    @Override
    public void end() {}
}
