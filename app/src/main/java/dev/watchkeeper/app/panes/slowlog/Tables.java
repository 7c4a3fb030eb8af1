package dev.watchkeeper.app.panes.slowlog;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.table.LiveColumn;
import dev.watchkeeper.app.controls.table.LiveColumn.Look;
import dev.watchkeeper.app.reports.Micros;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.commandstats.Percentiles;
import dev.watchkeeper.redis.keys.BigKey;
import dev.watchkeeper.redis.keys.KeyGroup;
import dev.watchkeeper.redis.slowlog.LatencyEvent;
import dev.watchkeeper.redis.slowlog.SlowEntry;
import dev.watchkeeper.redis.slowlog.SlowGroup;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** The columns of the pane's tables, in their order. */
final class Tables {
    static final String SHARE = "Share of time";
    static final String IN_ALL = "In all";
    static final String AT = "At";
    static final String TAKE = "Take";
    static final String TAKES = "Takes";
    static final String LAST = "Last";

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm");

    private Tables() {}

    static List<LiveColumn<CommandLine>> commands() {
        return List.of(
                LiveColumn.of("Command", 180, Look.CODE, CommandLine::name),
                count("Calls", 104, line -> line.did().calls()),
                number("Calls /s", 104, CommandLine::rate, line -> Micros.perSecond(line.rate())),
                Tables.<CommandLine>number(SHARE, 110, CommandLine::share, line -> Micros.share(line.share()))
                        .toned(line -> line.share() >= 0.5 ? Tone.ACCENT : Tone.NEUTRAL),
                number(
                        "A call",
                        88,
                        line -> line.did().microsPerCall(),
                        line -> line.did().calls() == 0
                                ? ""
                                : Micros.words(line.did().microsPerCall())),
                percentile("p50", Percentiles::p50).hiddenAtFirst(),
                percentile("p99", Percentiles::p99).yields(2),
                percentile("p99.9", Percentiles::p999).hiddenAtFirst(),
                bad("Refused", line -> line.did().rejected()).yields(1),
                bad("Failed", line -> line.did().failed()),
                LiveColumn.of("", 120, Look.QUIET, CommandLine::note));
    }

    private static LiveColumn<CommandLine> percentile(String title, ToDoubleFunction<Percentiles> which) {
        return LiveColumn.<CommandLine>of(
                        title,
                        84,
                        Look.NUMBER,
                        line -> line.percentiles()
                                .map(all -> Micros.words(which.applyAsDouble(all)))
                                .orElse(""))
                .by(line -> line.percentiles().map(which::applyAsDouble).orElse(0.0));
    }

    private static LiveColumn<CommandLine> bad(String title, ToLongFunction<CommandLine> count) {
        return count(title, 84, count).toned(line -> count.applyAsLong(line) > 0 ? Tone.AMBER : Tone.NEUTRAL);
    }

    static List<LiveColumn<SlowGroup>> shapes() {
        return List.of(
                LiveColumn.of("Shape", 330, Look.CODE, SlowGroup::shape),
                count("Times", 84, SlowGroup::count),
                time(IN_ALL, group -> group.total().toNanos() / 1000),
                time("Mean", group -> group.mean().toNanos() / 1000),
                time("Worst", group -> group.worst().micros()),
                LiveColumn.<SlowGroup>of(LAST, 110, Look.QUIET, group -> clock(group.last()))
                        .by(SlowGroup::last));
    }

    static List<LiveColumn<SlowEntry>> entries() {
        return List.of(
                LiveColumn.<SlowEntry>of(AT, 110, Look.QUIET, entry -> clock(entry.at()))
                        .by(SlowEntry::id),
                time("Took", SlowEntry::micros),
                LiveColumn.of("Client", 150, Look.QUIET, SlowEntry::address).yields(1),
                LiveColumn.of("Name", 110, Look.TEXT, SlowEntry::client).yields(2),
                LiveColumn.of("Command", 380, Look.CODE, SlowEntry::typed));
    }

    static List<LiveColumn<LatencyEvent>> events() {
        return List.of(
                LiveColumn.of("Event", 180, Look.CODE, LatencyEvent::name),
                LiveColumn.of("What it is", 300, Look.TEXT, LatencyEvent::words),
                count("Times", 84, event -> event.history().size()),
                time("The last took", event -> event.took().toNanos() / 1000),
                time("Worst", event -> event.worst().toNanos() / 1000),
                LiveColumn.<LatencyEvent>of(LAST, 110, Look.QUIET, event -> clock(event.last()))
                        .by(LatencyEvent::last));
    }

    static List<LiveColumn<KeyLine<KeyGroup>>> groups() {
        return List.of(
                LiveColumn.of("Pattern", 300, Look.CODE, line -> line.of().pattern()),
                LiveColumn.of("Type", 76, Look.TEXT, line -> line.of().type()),
                count("Keys", 90, line -> line.of().keys()),
                bytes(TAKE, line -> line.of().bytes()),
                Tables.<KeyLine<KeyGroup>>number("Share", 84, KeyLine::share, line -> Micros.share(line.share()))
                        .toned(line -> line.share() >= 0.5 ? Tone.ACCENT : Tone.NEUTRAL),
                LiveColumn.<KeyLine<KeyGroup>>of(
                                "All, estimated",
                                112,
                                Look.NUMBER,
                                line -> line.estimate().map(Sizes::bytes).orElse(""))
                        .by(line -> line.estimate().orElse(0L)),
                Tables.<KeyLine<KeyGroup>>bytes("Mean", line -> line.of().mean())
                        .yields(1),
                bytes("Largest", line -> line.of().largest()),
                LiveColumn.of("Expire", 110, Look.QUIET, line -> expire(line.of())));
    }

    private static String expire(KeyGroup group) {
        if (group.expiring() == 0) {
            return "none";
        }
        return group.expiring() == group.keys() ? "all" : Sizes.count(group.expiring());
    }

    static List<LiveColumn<KeyLine<BigKey>>> keys() {
        return List.of(
                LiveColumn.of("Key", 300, Look.CODE, line -> line.of().name().typed()),
                LiveColumn.of("Type", 76, Look.TEXT, line -> line.of().type()),
                bytes(TAKES, line -> line.of().bytes()),
                number("Share", 84, KeyLine::share, line -> Micros.share(line.share())),
                LiveColumn.<KeyLine<BigKey>>of(
                                "Length",
                                96,
                                Look.NUMBER,
                                line -> line.of().length().map(Sizes::count).orElse(""))
                        .by(line -> line.of().length().orElse(0L)),
                LiveColumn.<KeyLine<BigKey>>of(
                                "Encoding", 100, Look.QUIET, line -> line.of().encoding())
                        .yields(1),
                LiveColumn.of(
                        "Expires in",
                        96,
                        Look.QUIET,
                        line -> line.of().ttl().map(Spans::words).orElse("never")));
    }

    private static <R> LiveColumn<R> count(String title, double width, ToLongFunction<R> count) {
        return LiveColumn.<R>of(title, width, Look.NUMBER, row -> nothing(count.applyAsLong(row)))
                .by(count::applyAsLong);
    }

    private static String nothing(long count) {
        return count == 0 ? "" : Sizes.count(count);
    }

    private static <R> LiveColumn<R> number(
            String title, double width, ToDoubleFunction<R> number, Function<R, String> words) {
        return LiveColumn.<R>of(title, width, Look.NUMBER, words).by(number::applyAsDouble);
    }

    private static <R> LiveColumn<R> time(String title, ToLongFunction<R> micros) {
        return LiveColumn.<R>of(title, 96, Look.NUMBER, row -> Micros.words((double) micros.applyAsLong(row)))
                .by(micros::applyAsLong);
    }

    private static <R> LiveColumn<R> bytes(String title, ToLongFunction<R> bytes) {
        return LiveColumn.<R>of(title, 88, Look.NUMBER, row -> Sizes.bytes(bytes.applyAsLong(row)))
                .by(bytes::applyAsLong);
    }

    /** With the day, if it was not today. */
    static String clock(Instant at) {
        ZoneId zone = ZoneId.systemDefault();
        boolean today = at.isAfter(Instant.now().minusSeconds(20 * 3600));
        return (today ? CLOCK : DAY).format(at.atZone(zone));
    }
}
