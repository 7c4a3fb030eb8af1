package dev.watchkeeper.app.controls.result;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** As wide as what the first rows need, within limits. */
final class ColumnWidths {
    private static final double PADDING = 26;
    private static final double NARROWEST = 56;
    private static final double WIDEST = 420;
    private static final int LOOKED_AT = 200;
    /** A word of so many letters is as wide as the widest column anyway. */
    private static final int LETTERS = 90;

    private ColumnWidths() {}

    static double of(ResultRows rows, int column, ResultColumn spec) {
        String longest = "NULL";
        for (int row = 0; row < Math.min(LOOKED_AT, rows.size()); row++) {
            String value = rows.beginning(row, column, LETTERS);
            if (value != null && value.length() > longest.length()) {
                longest = value;
            }
        }
        double values = width(ResultCell.oneLine(longest), "Roboto", 13);
        double head = Math.max(width(spec.name(), "Roboto Medium", 12), width(spec.type(), "Roboto", 11));
        return Math.clamp(Math.max(values, head) + PADDING, NARROWEST, WIDEST);
    }

    private static double width(String text, String font, double size) {
        Text measure = new Text(text);
        measure.setFont(Font.font(font, size));
        return measure.getLayoutBounds().getWidth();
    }
}
