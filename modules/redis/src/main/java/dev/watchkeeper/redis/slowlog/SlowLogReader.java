package dev.watchkeeper.redis.slowlog;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.workload.Interruption;
import dev.watchkeeper.redis.connect.Connected;
import dev.watchkeeper.redis.connect.Reply;
import dev.watchkeeper.redis.resp.Blob;
import dev.watchkeeper.redis.resp.Masked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers the slow commands between looks, so that only new ones come over. Used by one thread. */
final class SlowLogReader {
    /** So many are remembered; the server itself holds 128 unless it is told otherwise. */
    static final int REMEMBERED = 2000;

    /** Of the first look, and of one after which many were added. */
    private static final int AT_ONCE = 512;

    /** So many may be added between counting and fetching. */
    private static final int MEANWHILE = 16;

    private List<SlowEntry> entries = List.of();
    private long lastId = -1;
    private long lastLength;
    private String lastRun = "";

    /**
     * What there is now.
     *
     * @param newest the answer to SLOWLOG GET 1
     * @param settings by CONFIG GET; empty if the user may not ask
     */
    SlowLog read(Connected connected, Look look, Reply newest, long length, Map<String, String> settings)
            throws FaultException {
        Optional<Interruption> interruption = interruption(look, length);
        if (interruption
                .map(Interruption::kind)
                .filter(Interruption.Kind.RESTART::equals)
                .isPresent()) {
            entries = List.of();
            lastId = -1;
        }
        List<Reply> parts = newest.list();
        long newestId =
                parts.isEmpty() ? lastId : parts.getFirst().list().getFirst().number();
        long added = lastId < 0 ? Math.min(length, 1) * AT_ONCE : Math.max(0, newestId - lastId);
        List<SlowEntry> fresh = added == 0 ? List.of() : fetch(connected, added);
        long missed = lastId < 0 ? 0 : Math.max(0, added - fresh.size());
        boolean first = lastRun.isEmpty();
        remember(fresh);
        lastId =
                fresh.isEmpty() ? newestId : Math.max(newestId, fresh.getFirst().id());
        lastLength = length;
        lastRun = look.runId();
        return new SlowLog(
                entries,
                length,
                number(settings, "slowlog-max-len"),
                slowerThan(settings),
                number(settings, "slowlog-log-slower-than", 0) < 0 || number(settings, "slowlog-max-len") == 0,
                first ? 0 : fresh.size(),
                missed,
                interruption);
    }

    /** Which run of the server was looked at, when, and since when it runs. */
    record Look(String runId, Instant at, Duration uptime) {}

    private Optional<Interruption> interruption(Look look, long length) {
        if (lastRun.isEmpty()) {
            return Optional.empty();
        }
        if (!lastRun.equals(look.runId())) {
            return Optional.of(
                    new Interruption(Interruption.Kind.RESTART, look.at().minus(look.uptime())));
        }
        return length < lastLength
                ? Optional.of(new Interruption(Interruption.Kind.RESET, look.at()))
                : Optional.empty();
    }

    private List<SlowEntry> fetch(Connected connected, long added) throws FaultException {
        long count = Math.min(added + MEANWHILE, AT_ONCE);
        Reply some = connected.ask("SLOWLOG", "GET", Long.toString(count));
        return some.list().stream()
                .map(SlowLogReader::entry)
                .filter(entry -> entry.id() > lastId)
                .toList();
    }

    private void remember(List<SlowEntry> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        List<SlowEntry> all = new ArrayList<>(fresh);
        all.addAll(entries);
        entries = List.copyOf(all.subList(0, Math.min(all.size(), REMEMBERED)));
    }

    private static SlowEntry entry(Reply reply) {
        List<Reply> parts = reply.list();
        List<Blob> words =
                Masked.words(parts.get(3).list().stream().map(Reply::blob).toList());
        return new SlowEntry(
                parts.get(0).number(),
                Instant.ofEpochSecond(parts.get(1).number()),
                Duration.ofNanos(parts.get(2).number() * 1000),
                words,
                CommandShape.of(words),
                parts.size() > 4 ? parts.get(4).text() : "",
                parts.size() > 5 ? parts.get(5).text() : "");
    }

    private static Optional<Duration> slowerThan(Map<String, String> settings) {
        long micros = number(settings, "slowlog-log-slower-than");
        return micros < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(micros * 1000));
    }

    private static long number(Map<String, String> settings, String name) {
        return number(settings, name, -1);
    }

    private static long number(Map<String, String> settings, String name, long otherwise) {
        String text = settings.getOrDefault(name, "");
        return text.matches("-?[0-9]{1,18}") ? Long.parseLong(text) : otherwise;
    }
}
