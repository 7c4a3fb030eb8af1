package dev.watchkeeper.app.panes.slowlog;

import dev.watchkeeper.app.reports.CommandRecords;
import dev.watchkeeper.app.reports.KeySampleRecords;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.reports.RedisQueriesDocument;
import dev.watchkeeper.app.reports.SlowLogRecords;
import dev.watchkeeper.app.shell.PaneExport;
import dev.watchkeeper.app.shell.ShownExport;
import dev.watchkeeper.redis.keys.KeySample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the pane shows, to be taken away. */
final class QueriesExport {
    private static final int TOP = 100;

    private QueriesExport() {}

    /** @param sample big keys, if somebody has looked */
    static PaneExport of(QueriesModel model, Optional<KeySample> sample, Origin origin) {
        return new ShownExport(
                "queries",
                model.snapshot(),
                origin,
                () -> records(model, sample),
                from -> RedisQueriesDocument.of(model.snapshot(), model.work(), from));
    }

    private static List<Records> records(QueriesModel model, Optional<KeySample> sample) {
        List<Records> all = new ArrayList<>(CommandRecords.of(model.work(), Integer.MAX_VALUE));
        SlowLogRecords.of(model.snapshot().value()).forEach(one -> all.add(named(one, "slow_log")));
        sample.ifPresent(
                one -> KeySampleRecords.of(one, TOP).forEach(records -> all.add(named(records, "largest_keys"))));
        return all;
    }

    /** Lists that stand beside others can't all be called rows. */
    private static Records named(Records records, String name) {
        return records.name().equals(Records.ROWS) ? new Records(name, records.keys(), records.rows()) : records;
    }
}
