package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.reports.KeySampleDocument;
import dev.watchkeeper.app.reports.KeySampleRecords;
import dev.watchkeeper.app.reports.Micros;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.reports.RedisQuerySentences;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.keys.Budget;
import dev.watchkeeper.redis.keys.KeySample;
import dev.watchkeeper.redis.keys.KeySampleProbe;
import dev.watchkeeper.report.Document;
import java.util.List;

/**
 * Which keys of a Redis are big.
 *
 * @param top so many keys and patterns are shown
 */
record BigKeysOutput(int top) implements PaneOutput<KeySample> {
    @Override
    public String name() {
        return "bigkeys";
    }

    @Override
    public boolean suits(Target target) {
        return target.endpoint().engine() == Engine.REDIS;
    }

    @Override
    public PaneOutput<KeySample> over(Stretch wanted) throws FaultException {
        if (wanted.isHistory() || wanted.length().isPresent()) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "--since, --compare and --for are not for bigkeys",
                    "watchkeeper redis-bigkeys has --for and --sample to say how much may be looked at");
        }
        return wanted.top().<PaneOutput<KeySample>>map(BigKeysOutput::new).orElse(this);
    }

    @Override
    public Probe<KeySample> probe(Workbench bench, Target target, List<Target> company) {
        return new KeySampleProbe(bench.redis(target), Budget.USUAL, progress -> {});
    }

    @Override
    public String sentence(Snapshot<KeySample> snapshot) {
        return RedisQuerySentences.of(snapshot.value());
    }

    @Override
    public List<Records> records(Snapshot<KeySample> snapshot) {
        return KeySampleRecords.of(snapshot.value(), top);
    }

    @Override
    public List<Sheet> sheets(Snapshot<KeySample> snapshot) {
        KeySample sample = snapshot.value();
        return List.of(patterns(sample), keys(sample));
    }

    private Sheet patterns(KeySample sample) {
        String title = sample.isComplete() ? "Patterns" : "Patterns, of the keys that were looked at";
        Sheet sheet = new Sheet(title)
                .number("keys")
                .number("take")
                .number("share")
                .number("for all, estimated")
                .number("mean")
                .number("largest")
                .text("type")
                .text("pattern");
        sample.groups().stream()
                .limit(top)
                .forEach(group -> sheet.row(
                        Sizes.count(group.keys()),
                        Sizes.bytes(group.bytes()),
                        Micros.share(sample.share(group.bytes())),
                        sample.extrapolated(group).map(Sizes::bytes).orElse(""),
                        Sizes.bytes(group.mean()),
                        Sizes.bytes(group.largest()),
                        group.type(),
                        group.pattern()));
        return sheet;
    }

    private Sheet keys(KeySample sample) {
        Sheet sheet = new Sheet("Largest keys")
                .number("takes")
                .number("length")
                .text("type")
                .text("encoding")
                .text("expires in")
                .text("key");
        sample.largest().stream()
                .limit(top)
                .forEach(key -> sheet.row(
                        Sizes.bytes(key.bytes()),
                        key.length().map(Sizes::count).orElse(""),
                        key.type(),
                        key.encoding(),
                        key.ttl().map(Spans::words).orElse("never"),
                        key.name().typed()));
        return sheet;
    }

    @Override
    public Document document(Snapshot<KeySample> snapshot, Origin origin) {
        return KeySampleDocument.of(snapshot, origin);
    }
}
