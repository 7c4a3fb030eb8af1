package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.keys.BigKey;
import dev.watchkeeper.redis.keys.KeyGroup;
import dev.watchkeeper.redis.keys.KeySample;
import dev.watchkeeper.report.Block;
import dev.watchkeeper.report.Cell;
import dev.watchkeeper.report.Column;
import dev.watchkeeper.report.Document;
import dev.watchkeeper.report.Line;
import dev.watchkeeper.report.Tone;
import java.util.List;

/** Which keys are big, for the ticket. */
public final class KeySampleDocument {
    private static final int MOST = 100;

    private KeySampleDocument() {}

    public static Document of(Snapshot<KeySample> snapshot, Origin origin) {
        KeySample sample = snapshot.value();
        return new Document(
                "Big keys of " + origin.target().name(),
                Sentences.alone(RedisQuerySentences.of(sample)),
                origin.cover(snapshot),
                List.of(
                        new Block.Paragraph(
                                sample.honesty() + "; asked at " + sample.where() + ", within "
                                        + Spans.words(sample.took()) + ".",
                                sample.isComplete() ? Tone.PLAIN : Tone.AMBER),
                        new Block.Heading("Patterns", "by what they take"),
                        patterns(sample),
                        new Block.Heading("Largest keys", ""),
                        keys(sample)));
    }

    private static Block patterns(KeySample sample) {
        return new Block.Table(
                List.of(
                        Column.code("Pattern", 36),
                        Column.text("Type", 9),
                        Column.number("Keys", "looked at", 10),
                        Column.number("Take", "looked at", 10),
                        Column.number("Share", "", 8),
                        Column.number("Take", "estimated", 10),
                        Column.number("Largest", "", 10)),
                sample.groups().stream()
                        .limit(MOST)
                        .map(group -> pattern(sample, group))
                        .toList(),
                "There is no key");
    }

    private static Line pattern(KeySample sample, KeyGroup group) {
        return Line.Row.of(
                Cell.of(group.pattern()),
                Cell.of(group.type()),
                Cell.of(Sizes.count(group.keys())),
                Cell.of(Sizes.bytes(group.bytes())),
                Cell.of(Micros.share(sample.share(group.bytes()))),
                Cell.of(sample.extrapolated(group).map(Sizes::bytes).orElse("")),
                Cell.of(Sizes.bytes(group.largest())));
    }

    private static Block keys(KeySample sample) {
        return new Block.Table(
                List.of(
                        Column.code("Key", 40),
                        Column.text("Type", 9),
                        Column.text("Encoding", 11),
                        Column.number("Length", "", 10),
                        Column.number("Takes", "", 10),
                        Column.text("Expires in", 12)),
                sample.largest().stream()
                        .limit(MOST)
                        .map(KeySampleDocument::key)
                        .toList(),
                "There is no key");
    }

    private static Line key(BigKey key) {
        return Line.Row.of(
                Cell.of(key.name().typed()),
                Cell.of(key.type()),
                Cell.of(key.encoding()),
                Cell.of(key.length().map(Sizes::count).orElse("")),
                Cell.of(Sizes.bytes(key.bytes())),
                Cell.of(key.ttl().map(Spans::words).orElse("never")));
    }
}
