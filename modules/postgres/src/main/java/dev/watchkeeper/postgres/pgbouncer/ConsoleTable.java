package dev.watchkeeper.postgres.pgbouncer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the console answers to a SHOW: rows by the names of columns, which come and go with versions. */
record ConsoleTable(List<Row> rows) {
    ConsoleTable {
        rows = List.copyOf(rows);
    }

    static ConsoleTable read(ResultSet result) throws SQLException {
        List<Row> rows = new ArrayList<>();
        while (result.next()) {
            Map<String, String> values = new HashMap<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                String value = result.getString(i);
                if (value != null) {
                    values.put(result.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT), value);
                }
            }
            rows.add(new Row(values));
        }
        return new ConsoleTable(rows);
    }

    /** One row. What it doesn't have is empty, or 0. */
    record Row(Map<String, String> values) {
        Row {
            values = Map.copyOf(values);
        }

        String text(String column) {
            return values.getOrDefault(column, "");
        }

        long number(String column) {
            String text = text(column);
            return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : 0;
        }

        boolean flag(String column) {
            return number(column) != 0;
        }
    }
}
