package dev.watchkeeper.app.panes.slowlog;

import dev.watchkeeper.app.reports.CommandRecords;
import dev.watchkeeper.app.reports.CsvRecords;
import dev.watchkeeper.app.reports.JsonRecords;
import dev.watchkeeper.app.reports.KeySampleRecords;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.reports.RedisQueriesDocument;
import dev.watchkeeper.app.reports.SlowLogRecords;
import dev.watchkeeper.app.shell.PaneExport;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.redis.keys.KeySample;
import dev.watchkeeper.report.Document;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the pane shows, to be taken away.
 *
 * @param sample big keys, if somebody has looked
 * @param user who takes it away
 */
record QueriesExport(Target target, QueriesModel model, Optional<KeySample> sample, String user) implements PaneExport {
    private static final int TOP = 100;

    @Override
    public String fileStem() {
        return "queries-" + target.name().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    }

    private List<Records> records() {
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

    @Override
    public void csv(Writer out) throws IOException {
        new CsvRecords(out).add(target.name(), model.snapshot().takenAt(), records());
    }

    @Override
    public void json(Writer out) throws IOException {
        JsonRecords.write(out, "queries", target.name(), model.snapshot(), records());
        out.write('\n');
    }

    @Override
    public Document document() {
        return RedisQueriesDocument.of(
                model.snapshot(), model.work(), new Origin(target, "", ZoneId.systemDefault(), user));
    }
}
