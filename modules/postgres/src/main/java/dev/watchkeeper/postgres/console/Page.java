package dev.watchkeeper.postgres.console;

import java.util.List;

/**
 * Some rows, in their order.
 *
 * @param last whether there are none behind them
 */
public record Page(List<Row> rows, boolean last) {
    public Page {
        rows = List.copyOf(rows);
    }
}
