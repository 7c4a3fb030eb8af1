package dev.watchkeeper.app.serverlog;

import dev.watchkeeper.kernel.log.LogPlace;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a log that is followed. Immutable.
 *
 * @param version counts up: a newer one is not followed by an older one
 * @param place where it is read; empty before it was begun
 * @param lines the last ones, in their order
 * @param sought in lower case; empty if nothing is
 * @param hits those of the lines that have it; all if nothing is sought
 * @param read how many were read in all
 */
public record RawView(
        long version, Optional<LogPlace> place, List<RawLine> lines, String sought, List<RawLine> hits, long read) {
    // the lists are copies that nobody else has: a hundred thousand lines are not copied again at every tick

    /** Before anything was read. */
    public static final RawView NOTHING = new RawView(0, Optional.empty(), List.of(), "", List.of(), 0);

    /** The place of a line among such lines, or of the first one after it. */
    public static int place(List<RawLine> lines, long number) {
        int low = 0;
        int high = lines.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lines.get(middle).number() < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
