package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.workload.Change;
import dev.watchkeeper.kernel.workload.StatementFigures;
import dev.watchkeeper.kernel.workload.StatementId;
import dev.watchkeeper.kernel.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Statements as data: the columns of {@code pg_stat_statements} by their own names, as differences of the interval. A
 * query id is text: it has up to 19 digits, and many readers of JSON keep only the first 15 of a number.
 */
public final class StatementRecords {
    private static final List<String> KEYS = List.of(
            "queryid",
            "database",
            "role",
            "toplevel",
            "calls",
            "total_exec_time_ms",
            "mean_exec_time_ms",
            "stddev_exec_time_ms",
            "share",
            "plans",
            "total_plan_time_ms",
            "rows",
            "shared_blks_hit",
            "shared_blks_read",
            "shared_blks_dirtied",
            "shared_blks_written",
            "temp_blks_read",
            "temp_blks_written",
            "blk_read_time_ms",
            "blk_write_time_ms",
            "wal_records",
            "wal_bytes",
            "jit_time_ms",
            "interval_s");
    private static final List<String> COMPARED = List.of(
            "change",
            "queryid_before",
            "calls_before",
            "total_exec_time_before_ms",
            "mean_before_ms",
            "mean_ratio",
            "calls_ratio",
            "interval_before_s",
            "plan_changed_at");
    private static final String QUERY = "query";

    private StatementRecords() {}

    /** The rows, with what changed if there is a comparison. */
    public static Records of(StatementsShown shown) {
        double total = shown.workload().total().execMs();
        if (shown.comparison().isEmpty()) {
            return new Records(
                    keys(List.of()),
                    shown.uses().stream()
                            .map(use -> figures(use.id(), use.figures(), total, shown.workload())
                                    .with(QUERY, shown.text(use.id()))
                                    .values())
                            .toList());
        }
        return new Records(
                keys(COMPARED),
                shown.changes().stream()
                        .map(change -> compared(change, total, shown))
                        .toList());
    }

    private static List<String> keys(List<String> more) {
        List<String> keys = new ArrayList<>(KEYS);
        keys.addAll(more);
        keys.add(QUERY);
        return keys;
    }

    private static SequencedMap<String, @Nullable Object> compared(Change change, double total, StatementsShown shown) {
        String text = shown.text(change.id());
        return figures(change.id(), change.after(), total, shown.workload())
                .with("change", change.kind().words())
                .with("queryid_before", change.before().calls() == 0 ? null : queryId(change.formerId()))
                .with("calls_before", change.before().calls())
                .with("total_exec_time_before_ms", millis(change.before().execMs()))
                .with(
                        "mean_before_ms",
                        change.before().calls() == 0
                                ? null
                                : millis(change.before().meanMs()))
                .with("mean_ratio", both(change) ? millis(change.meanRatio()) : null)
                .with("calls_ratio", both(change) ? millis(change.callsRatio()) : null)
                .with("interval_before_s", seconds(change.lengthBefore()))
                .with("plan_changed_at", shown.otherPlanSince(change).orElse(null))
                .with(QUERY, text.isEmpty() ? shown.text(change.formerId()) : text)
                .values();
    }

    private static boolean both(Change change) {
        return change.before().calls() > 0 && change.after().calls() > 0;
    }

    private static Records.Row figures(StatementId id, StatementFigures figures, double total, Workload workload) {
        return new Records.Row()
                .with("queryid", queryId(id))
                .with("database", id.database())
                .with("role", id.role())
                .with("toplevel", id.topLevel())
                .with("calls", figures.calls())
                .with("total_exec_time_ms", millis(figures.execMs()))
                .with("mean_exec_time_ms", figures.calls() == 0 ? null : millis(figures.meanMs()))
                .with("stddev_exec_time_ms", figures.calls() == 0 ? null : millis(figures.stddevMs()))
                .with("share", total <= 0 ? 0.0 : Math.round(figures.execMs() / total * 1e6) / 1e6)
                .with("plans", figures.plans())
                .with("total_plan_time_ms", millis(figures.planMs()))
                .with("rows", figures.rows())
                .with("shared_blks_hit", figures.sharedHit())
                .with("shared_blks_read", figures.sharedRead())
                .with("shared_blks_dirtied", figures.sharedDirtied())
                .with("shared_blks_written", figures.sharedWritten())
                .with("temp_blks_read", figures.tempRead())
                .with("temp_blks_written", figures.tempWritten())
                .with("blk_read_time_ms", millis(figures.readMs()))
                .with("blk_write_time_ms", millis(figures.writeMs()))
                .with("wal_records", figures.walRecords())
                .with("wal_bytes", figures.walBytes())
                .with("jit_time_ms", millis(figures.jitMs()))
                .with("interval_s", seconds(workload.covered()));
    }

    /** Null for all that are not told apart. */
    private static @Nullable String queryId(StatementId id) {
        return id.isOthers() ? null : Long.toString(id.queryId());
    }

    /** To the microsecond. */
    private static double millis(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private static double seconds(Duration length) {
        return length.toMillis() / 1000.0;
    }
}
