package dev.watchkeeper.history.frame;

import dev.watchkeeper.kernel.workload.StatementFigures;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** What statements did, by their number in the dictionary, in columns; a row for each. Immutable, until it is packed. */
public final class Uses {
    public static final Uses NONE = new Uses(new int[0], new long[Column.COUNT][0]);

    private final int[] statements;
    private final long[][] columns;

    /** Takes the arrays for its own. */
    Uses(int[] statements, long[][] columns) {
        this.statements = statements;
        this.columns = columns;
    }

    /** Collects rows of which several may be of one statement. */
    public static final class Sums {
        private final Map<Integer, long[]> rows = new HashMap<>();

        public Sums add(int statement, StatementFigures figures) {
            add(statement, FigureColumns.of(figures));
            return this;
        }

        public Sums add(Uses uses) {
            for (int i = 0; i < uses.size(); i++) {
                long[] sum = rows.computeIfAbsent(uses.statements[i], number -> new long[Column.COUNT]);
                for (Column column : COLUMNS) {
                    int place = column.place();
                    sum[place] = column.together(sum[place], uses.columns[place][i]);
                }
            }
            return this;
        }

        private void add(int statement, long[] row) {
            long[] sum = rows.computeIfAbsent(statement, number -> new long[Column.COUNT]);
            for (Column column : COLUMNS) {
                sum[column.place()] = column.together(sum[column.place()], row[column.place()]);
            }
        }

        /** In ascending order of statements. */
        public Uses uses() {
            int[] statements =
                    rows.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
            long[][] columns = new long[Column.COUNT][statements.length];
            for (int i = 0; i < statements.length; i++) {
                long[] row = rows.getOrDefault(statements[i], new long[Column.COUNT]);
                for (int place = 0; place < Column.COUNT; place++) {
                    columns[place][i] = row[place];
                }
            }
            return new Uses(statements, columns);
        }
    }

    private static final List<Column> COLUMNS = List.of(Column.values());

    public int size() {
        return statements.length;
    }

    void numbers(BitSet into) {
        for (int statement : statements) {
            into.set(statement);
        }
    }

    public int statement(int row) {
        return statements[row];
    }

    public long value(Column column, int row) {
        return columns[column.place()][row];
    }

    public StatementFigures figures(int row) {
        long[] values = new long[Column.COUNT];
        for (int place = 0; place < Column.COUNT; place++) {
            values[place] = columns[place][row];
        }
        return FigureColumns.figures(values);
    }

    /** What one statement did. */
    public StatementFigures of(int statement) {
        int row = Arrays.binarySearch(statements, statement);
        return row < 0 ? StatementFigures.NONE : figures(row);
    }

    /** One statement's row alone. */
    public Uses only(int statement) {
        int row = Arrays.binarySearch(statements, statement);
        if (row < 0) {
            return NONE;
        }
        long[][] own = new long[Column.COUNT][];
        for (int place = 0; place < Column.COUNT; place++) {
            own[place] = new long[] {columns[place][row]};
        }
        return new Uses(new int[] {statement}, own);
    }

    public Uses plus(Uses other) {
        return new Sums().add(this).add(other).uses();
    }

    Uses renumbered(IntUnaryOperator numbers) {
        int[] renamed = Arrays.stream(statements).map(numbers).toArray();
        return new Sums().add(new Uses(renamed, columns)).uses();
    }

    int[] statements() {
        return statements;
    }

    long[] column(Column column) {
        return columns[column.place()];
    }
}
