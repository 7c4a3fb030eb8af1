package dev.watchkeeper.app.serverlog;

import dev.watchkeeper.kernel.log.LogLines;
import dev.watchkeeper.kernel.log.LogPlace;
import dev.watchkeeper.kernel.log.LogSink;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The last lines of a log that is followed, and which of them have what is sought: as many as there is room for, the oldest
 * go. Thread-safe.
 */
public final class RawLog implements LogSink {
    /** Lines that are kept. */
    public static final int MOST = 100_000;

    private static final long MOST_CHARACTERS = 32L << 20;
    private static final int LONGEST_LINE = 64 * 1024;
    /** While much is read it is told of now and then, in nanoseconds. */
    private static final long EVERY = 300_000_000L;

    private final Consumer<RawView> changed;
    private final LogLines lines = new LogLines(LONGEST_LINE);
    private final Deque<RawLine> kept = new ArrayDeque<>();
    private final Deque<RawLine> hits = new ArrayDeque<>();
    private Optional<LogPlace> place = Optional.empty();
    private String sought = "";
    private long characters;
    private long next;
    private boolean headless;
    private long version;
    private long told = System.nanoTime();

    /** @param changed hears of news, on the thread that reads */
    public RawLog(Consumer<RawView> changed) {
        this.changed = changed;
    }

    @Override
    public synchronized void begin(LogPlace where, boolean whole) {
        place = Optional.of(where);
        lines.restart();
        kept.clear();
        hits.clear();
        characters = 0;
        headless = !whole;
    }

    @Override
    public void take(byte[] piece) {
        Optional<RawView> news = taken(piece);
        news.ifPresent(changed);
    }

    private synchronized Optional<RawView> taken(byte[] piece) {
        for (LogLines.Line line : lines.of(piece)) {
            if (headless) {
                headless = false; // it was begun somewhere within
            } else {
                add(line);
            }
        }
        if (System.nanoTime() - told < EVERY) {
            return Optional.empty();
        }
        return Optional.of(view());
    }

    private void add(LogLines.Line line) {
        RawLine added = made(line);
        next++;
        kept.addLast(added);
        characters += added.text().length();
        if (!sought.isEmpty() && has(added)) {
            hits.addLast(added);
        }
        while (kept.size() > MOST || (characters > MOST_CHARACTERS && kept.size() > 1)) {
            RawLine gone = kept.removeFirst();
            characters -= gone.text().length();
            if (!hits.isEmpty() && hits.getFirst().number() <= gone.number()) {
                hits.removeFirst();
            }
        }
    }

    private RawLine made(LogLines.Line line) {
        return new RawLine(next, line.text(), line.bytes());
    }

    private boolean has(RawLine line) {
        return has(line.text(), sought);
    }

    /** Whether a text has another one, which is in lower case. */
    static boolean has(String text, String lower) {
        for (int i = 0; i <= text.length() - lower.length(); i++) {
            if (text.regionMatches(true, i, lower, 0, lower.length())) {
                return true;
            }
        }
        return false;
    }

    /** From now on this is sought; blocks for a moment. */
    public synchronized RawView seek(String text) {
        sought = text.strip().toLowerCase(Locale.ROOT);
        hits.clear();
        if (!sought.isEmpty()) {
            kept.stream().filter(this::has).forEach(hits::addLast);
        }
        return view();
    }

    /** What there is now. A line that has not ended yet is its last, as far as it has come. */
    public synchronized RawView view() {
        told = System.nanoTime();
        Optional<RawLine> open = headless ? Optional.empty() : lines.open().map(this::made);
        List<RawLine> all = copy(kept, open);
        List<RawLine> found = sought.isEmpty() ? all : copy(hits, open.filter(this::has));
        return new RawView(++version, place, all, sought, found, next + (open.isPresent() ? 1 : 0));
    }

    private static List<RawLine> copy(Deque<RawLine> some, Optional<RawLine> last) {
        RawLine[] all = some.toArray(new RawLine[some.size() + (last.isPresent() ? 1 : 0)]);
        last.ifPresent(one -> all[all.length - 1] = one);
        return Collections.unmodifiableList(Arrays.asList(all));
    }
}
