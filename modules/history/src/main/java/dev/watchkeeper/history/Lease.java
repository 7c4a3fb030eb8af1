package dev.watchkeeper.history;

import java.time.Instant;

/**
 * Who records a server, so that two consoles on one store don't both count what happens.
 *
 * @param holder who it is, as the recorder calls itself
 * @param since when it began to record
 * @param beat when it last said that it still does
 */
public record Lease(String holder, Instant since, Instant beat) {
    public boolean isHeldBy(String recorder) {
        return holder.equals(recorder);
    }
}
