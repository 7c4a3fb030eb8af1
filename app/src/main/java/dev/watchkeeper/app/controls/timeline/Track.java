package dev.watchkeeper.app.controls.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a timeline shows. Immutable.
 *
 * @param samples oldest first
 * @param marks oldest first
 * @param end the moment at its right end
 * @param span how much time it shows
 */
public record Track(List<Sample> samples, List<Mark> marks, Instant end, Duration span) {
    /** So long without a sample is a gap: a pane that is not seen looks every ten seconds, a long record is coarser. */
    static final Duration GAP = Duration.ofSeconds(150);

    public Track {
        samples = List.copyOf(samples);
        marks = List.copyOf(marks);
    }

    /** How many there were at one moment. */
    public record Sample(Instant at, long count) {}

    /** Something that began. */
    public record Mark(Instant at, String text) {}

    public Instant start() {
        return end.minus(span);
    }

    long highest() {
        return samples.stream().mapToLong(Sample::count).max().orElse(0);
    }

    /** Where a moment stands: 0 at the left end, 1 at the right. */
    double position(Instant moment) {
        return 1 - (double) Duration.between(moment, end).toMillis() / span.toMillis();
    }

    Instant moment(double position) {
        return end.minusMillis(Math.round((1 - position) * span.toMillis()));
    }

    /** Index of the last sample not after this moment; 0 if all are later, -1 if there are none. */
    public int indexAt(Instant moment) {
        int found = -1;
        for (int i = 0; i < samples.size(); i++) {
            if (i > 0 && samples.get(i).at().isAfter(moment)) {
                break;
            }
            found = i;
        }
        return found;
    }
}
