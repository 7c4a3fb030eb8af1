package dev.watchkeeper.history.frame;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Frames as bytes. Numbers of things stand as differences to the one before, columns in which all is 0 take one byte:
 * a minute's hundred statements take about 2.5 KB.
 */
public final class FramePacking {
    private FramePacking() {}

    public static byte[] sessions(Counts sessions) {
        Packed packed = new Packed();
        int[] last = {0};
        sessions.each((key, count) -> {
            packed.number(key - last[0]).signed(count);
            last[0] = key;
        });
        return packed.bytes();
    }

    public static Counts sessions(byte[] bytes) {
        Unpacked unpacked = new Unpacked(bytes);
        int[] keys = new int[bytes.length / 2];
        long[] values = new long[keys.length];
        int n = 0;
        int last = 0;
        while (unpacked.more()) {
            last += unpacked.small();
            keys[n] = last;
            values[n++] = unpacked.signed();
        }
        return Counts.owning(Arrays.copyOf(keys, n), Arrays.copyOf(values, n));
    }

    public static byte[] points(SortedMap<Integer, PointSum> points) {
        Packed packed = new Packed();
        int last = 0;
        for (var point : points.entrySet()) {
            PointSum sum = point.getValue();
            packed.number(point.getKey() - last).number(sum.samples()).real(sum.sum());
            if (sum.samples() > 1) {
                packed.real(sum.min()).real(sum.max());
            }
            last = point.getKey();
        }
        return packed.bytes();
    }

    public static SortedMap<Integer, PointSum> points(byte[] bytes) {
        SortedMap<Integer, PointSum> points = new TreeMap<>();
        Unpacked unpacked = new Unpacked(bytes);
        int last = 0;
        while (unpacked.more()) {
            last += unpacked.small();
            long samples = unpacked.number();
            double sum = unpacked.real();
            double min = samples > 1 ? unpacked.real() : sum;
            double max = samples > 1 ? unpacked.real() : sum;
            points.put(last, new PointSum(samples, sum, min, max));
        }
        return points;
    }

    /** Which statements, and their time: all that a chart needs. */
    public static byte[] times(Uses uses) {
        Packed packed = new Packed().number(uses.size());
        int last = 0;
        for (int statement : uses.statements()) {
            packed.number(statement - last);
            last = statement;
        }
        write(packed, uses.column(Column.EXEC_US));
        return packed.bytes();
    }

    /** Their other figures. */
    public static byte[] figures(Uses uses) {
        Packed packed = new Packed();
        for (Column column : Column.values()) {
            if (column != Column.EXEC_US) {
                write(packed, uses.column(column));
            }
        }
        return packed.bytes();
    }

    /** With all figures but the time 0. */
    public static Uses uses(byte[] times) {
        return uses(times, new byte[Column.COUNT - 1]);
    }

    public static Uses uses(byte[] times, byte[] figures) {
        Unpacked first = new Unpacked(times);
        int[] statements = new int[first.small()];
        int last = 0;
        for (int i = 0; i < statements.length; i++) {
            last += first.small();
            statements[i] = last;
        }
        long[] none = new long[statements.length];
        long[][] columns = new long[Column.COUNT][];
        columns[Column.EXEC_US.place()] = read(first, none);
        Unpacked rest = new Unpacked(figures);
        for (Column column : Column.values()) {
            if (column != Column.EXEC_US) {
                columns[column.place()] = read(rest, none);
            }
        }
        return new Uses(statements, columns);
    }

    private static void write(Packed packed, long[] column) {
        boolean any = false;
        for (long value : column) {
            any |= value != 0;
        }
        packed.number(any ? 1 : 0);
        if (any) {
            for (long value : column) {
                packed.signed(value);
            }
        }
    }

    private static long[] read(Unpacked unpacked, long[] none) {
        if (unpacked.number() == 0) {
            return none;
        }
        long[] column = new long[none.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = unpacked.signed();
        }
        return column;
    }
}
