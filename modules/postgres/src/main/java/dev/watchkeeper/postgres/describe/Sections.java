package dev.watchkeeper.postgres.describe;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads sections from the server: a file gives one, its columns' names are the titles. */
final class Sections {
    private final Connected connected;

    Sections(Connected connected) {
        this.connected = connected;
    }

    /** Rows as a table. */
    Section table(String title, SqlFile file, @Nullable Object... parameters) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(file)) {
            bind(statement, parameters);
            try (ResultSet result = statement.executeQuery()) {
                List<String> columns = titles(result.getMetaData());
                List<List<String>> rows = new ArrayList<>();
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= columns.size(); i++) {
                        row.add(Objects.requireNonNullElse(result.getString(i), ""));
                    }
                    rows.add(row);
                }
                return new Section(title, columns, rows, "");
            }
        }
    }

    /** The only row, turned on its side; what is empty is left out. */
    Section facts(String title, SqlFile file, @Nullable Object... parameters) throws SQLException, FaultException {
        Section wide = table(title, file, parameters);
        List<List<String>> facts = new ArrayList<>();
        for (List<String> row : wide.rows()) {
            for (int i = 0; i < row.size(); i++) {
                if (!row.get(i).isEmpty()) {
                    facts.add(List.of(wide.columns().get(i), row.get(i)));
                }
            }
        }
        return new Section(title, List.of("what", "is"), facts, "");
    }

    Object texts(List<String> texts) throws SQLException {
        return connected.jdbc().createArrayOf("text", texts.toArray());
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    private static List<String> titles(ResultSetMetaData meta) throws SQLException {
        List<String> titles = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            titles.add(meta.getColumnLabel(i));
        }
        return titles;
    }
}
