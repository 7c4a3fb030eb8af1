package dev.watchkeeper.postgres.plans.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** The lines that tell blocks, waiting for the disk, and WAL; of a node and what is below it. */
final class PlanUsage {
    private static final List<String> KINDS = List.of("Shared", "Local", "Temp");
    private static final List<String> ACTS = List.of("Hit", "Read", "Dirtied", "Written");

    private PlanUsage() {}

    static boolean isCounter(String name) {
        return (name.endsWith(" Blocks") && !name.endsWith("Heap Blocks"))
                || (name.contains("I/O ") && name.endsWith(" Time"))
                || name.startsWith("WAL ");
    }

    static List<String> lines(Facts facts) {
        List<String> lines = new ArrayList<>();
        add(lines, "Buffers: ", blocks(facts));
        add(lines, "I/O Timings: ", times(facts));
        StringJoiner wal = new StringJoiner(" ");
        for (String name : List.of("Records", "FPI", "Bytes", "Buffers Full")) {
            if (facts.number("WAL " + name) > 0) {
                wal.add(name.toLowerCase(Locale.ROOT) + "=" + facts.count("WAL " + name));
            }
        }
        add(lines, "WAL: ", wal.toString());
        return lines;
    }

    private static void add(List<String> lines, String title, String text) {
        if (!text.isEmpty()) {
            lines.add(title + text);
        }
    }

    private static String blocks(Facts facts) {
        StringJoiner all = new StringJoiner(", ");
        for (String kind : KINDS) {
            StringJoiner one = new StringJoiner(" ");
            for (String act : ACTS) {
                long blocks = facts.count(kind + " " + act + " Blocks");
                if (blocks > 0) {
                    one.add(act.toLowerCase(Locale.ROOT) + "=" + blocks);
                }
            }
            if (one.length() > 0) {
                all.add(kind.toLowerCase(Locale.ROOT) + " " + one);
            }
        }
        return all.toString();
    }

    /** {@code Shared I/O Read Time} from PostgreSQL 17 on, {@code I/O Read Time} before. */
    private static String times(Facts facts) {
        StringJoiner all = new StringJoiner(", ");
        for (String kind : List.of("Shared ", "Local ", "Temp ", "")) {
            StringJoiner one = new StringJoiner(" ");
            for (String act : List.of("Read", "Write")) {
                double ms = facts.number(kind + "I/O " + act + " Time");
                if (ms > 0) {
                    one.add(String.format(Locale.ROOT, "%s=%.3f", act.toLowerCase(Locale.ROOT), ms));
                }
            }
            if (one.length() > 0) {
                all.add((kind.toLowerCase(Locale.ROOT) + one).strip());
            }
        }
        return all.toString();
    }
}
