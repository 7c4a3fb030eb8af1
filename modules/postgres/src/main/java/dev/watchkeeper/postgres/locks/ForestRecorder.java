package dev.watchkeeper.postgres.locks;

import dev.watchkeeper.kernel.poll.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the forests of the last minutes, so that one can look back. Thread-safe. A forest that did not change is kept
 * once; when the changed ones grow too many, every second one of the older half is let go, so that the whole span stays,
 * more coarsely.
 */
public final class ForestRecorder {
    /** What the pane looks back on. */
    public static final Duration SPAN = Duration.ofMinutes(30);

    /** Members and edges that are kept at most; about 60 bytes each. */
    private static final long MOST_PARTS = 400_000;

    /**
     * One moment.
     *
     * @param waiting sessions that waited
     * @param roots root blockers
     */
    public record Frame(Instant at, long waiting, int roots, BlockingForest forest) {}

    private final Duration span;
    private final long mostParts;
    private final List<Frame> frames = new ArrayList<>();
    private final List<Onset> onsets = new ArrayList<>();
    private long parts;

    public ForestRecorder() {
        this(SPAN, MOST_PARTS);
    }

    ForestRecorder(Duration span, long mostParts) {
        this.span = span;
        this.mostParts = mostParts;
    }

    /** Takes in what was just seen; out of order or seen already is left out. */
    public synchronized void add(Snapshot<BlockingForest> snapshot) {
        Instant at = snapshot.takenAt();
        Frame last = frames.isEmpty() ? null : frames.getLast();
        if (last != null && !at.isAfter(last.at())) {
            return;
        }
        BlockingForest before = last == null ? BlockingForest.empty() : last.forest();
        if (last != null && before.equals(snapshot.value())) {
            frames.add(new Frame(at, last.waiting(), last.roots(), before));
        } else {
            BlockingForest forest = snapshot.value();
            frames.add(new Frame(at, forest.waiting(), forest.roots(at).size(), forest));
            parts += forest.size();
            onsets.addAll(Onset.between(before, forest, at));
        }
        forgetBefore(at.minus(span));
        while (parts > mostParts && frames.size() > 2) {
            thinOut();
        }
    }

    private void forgetBefore(Instant start) {
        int old = 0;
        while (old < frames.size() - 1 && frames.get(old).at().isBefore(start)) {
            old++;
        }
        if (old > 0) {
            frames.subList(0, old).clear();
            onsets.removeIf(onset -> onset.at().isBefore(start));
            count();
        }
    }

    private void thinOut() {
        List<Frame> kept = new ArrayList<>(frames.size());
        int half = Math.max(2, frames.size() / 2);
        for (int i = 0; i < frames.size(); i++) {
            if (i >= half || i % 2 == 0) {
                kept.add(frames.get(i));
            }
        }
        frames.clear();
        frames.addAll(kept);
        count();
    }

    private void count() {
        parts = 0;
        BlockingForest before = BlockingForest.empty();
        for (Frame frame : frames) {
            if (!frame.forest().equals(before)) {
                parts += frame.forest().size();
            }
            before = frame.forest();
        }
    }

    /** All that is kept, oldest first. */
    public synchronized List<Frame> frames() {
        return List.copyOf(frames);
    }

    /** Moments that one would want to jump to, oldest first. */
    public synchronized List<Onset> onsets() {
        return List.copyOf(onsets);
    }

    /** The last frame not after this moment; the first one if all are later. Empty if nothing was recorded. */
    public synchronized Optional<Frame> at(Instant moment) {
        Frame found = null;
        for (Frame frame : frames) {
            if (found != null && frame.at().isAfter(moment)) {
                break;
            }
            found = frame;
        }
        return Optional.ofNullable(found);
    }
}
