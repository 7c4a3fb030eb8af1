package dev.watchkeeper.postgres.console.change;

import dev.watchkeeper.kernel.text.Sizes;
import java.util.List;

/**
 * A lock that a statement will take, and what stands in its way now.
 *
 * @param relation with its schema
 * @param bytes with indexes and TOAST; of a partitioned table itself, which has none
 * @param estimatedRows as of the last ANALYZE; -1 if there was none
 * @param holders of conflicting locks, the longest transaction first; at most 20
 */
public record Impact(RelationLock lock, String relation, long bytes, long estimatedRows, List<Holder> holders) {
    public Impact {
        holders = List.copyOf(holders);
    }

    /** {@code takes AccessExclusive on public.orders (12 GB): nobody reads or writes meanwhile}. */
    public String words() {
        String size = bytes > 0 ? " (" + Sizes.bytes(bytes) + ")" : "";
        String work = lock.work().words();
        return "takes " + lock.mode().shortLabel() + " on " + relation + size + ": " + lock.stops()
                + (work.isEmpty() ? "" : "; " + work);
    }
}
