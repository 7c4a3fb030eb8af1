package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.result.ResultTable;
import dev.watchkeeper.kernel.text.Sizes;
import java.math.BigDecimal;
import java.math.MathContext;

/** What is selected in a result, in words; the sum of numbers with it. */
final class ChosenText {
    /** More cells are not added up. */
    private static final int MOST = 20_000;

    private ChosenText() {}

    static String of(ResultTable table) {
        ResultTable.Selected selected = table.selectedProperty().get();
        long cells = (long) selected.rows().size() * selected.columns().size();
        if (cells < 2) {
            return "";
        }
        String words = Sizes.of(selected.rows().size(), "row", "rows") + " × "
                + Sizes.of(selected.columns().size(), "column", "columns");
        boolean numbers = selected.columns().stream()
                .allMatch(column -> table.columns().get(column).right());
        return numbers && cells <= MOST ? words + " · " + sum(table, selected) : words;
    }

    private static String sum(ResultTable table, ResultTable.Selected selected) {
        BigDecimal sum = BigDecimal.ZERO;
        int counted = 0;
        for (int row : selected.rows()) {
            for (int column : selected.columns()) {
                String value = table.rows().value(row, column);
                if (value != null && value.matches("[-+]?[0-9.]+([eE][-+]?[0-9]{1,3})?")) {
                    sum = sum.add(new BigDecimal(value));
                    counted++;
                }
            }
        }
        return counted == 0
                ? "no numbers"
                : "sum " + sum.toPlainString() + ", mean "
                        + sum.divide(BigDecimal.valueOf(counted), new MathContext(6))
                                .toPlainString();
    }
}
