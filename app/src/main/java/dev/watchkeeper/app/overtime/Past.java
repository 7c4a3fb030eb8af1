package dev.watchkeeper.app.overtime;

import dev.watchkeeper.history.HistoryReader;
import dev.watchkeeper.history.Lease;
import dev.watchkeeper.kernel.fault.Fault;
import java.time.Instant;
import java.util.Optional;

/** Where one server's past is kept. Everything here may block: not to be called on the FX thread. */
public interface Past {
    /** The server's name in the history. */
    String target();

    /** With all that was recorded up to now. */
    HistoryReader history();

    /** Why what is recorded will be forgotten; empty while all is well. */
    Optional<Fault> fault();

    /** Who else records this server; empty if this console does. */
    Optional<Lease> otherRecorder();

    /** Since when this console records it; empty if it does not. */
    Optional<Instant> since();
}
