package dev.watchkeeper.app.panes.queries.log;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.postgres.serverlog.LogSettings;
import dev.watchkeeper.postgres.serverlog.LogWish;
import java.time.Duration;
import java.util.Optional;

/** What was typed of what is to be logged; an empty text leaves its setting as it is. */
record Wanted(String slow, boolean lockWaits, String tempFiles, String plans) {
    private static final long KILOBYTE = 1024;
    private static final LogWish NOTHING =
            new LogWish(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What is proposed: what is logged already as it is, and the usual for what is not. */
    static Wanted proposed(LogSettings now) {
        LogWish usual = LogWish.USUAL;
        String slow = now.minDuration() >= 0
                ? now.minDuration() + " ms"
                : usual.slow().map(span -> span.toMillis() + " ms").orElse("");
        String files = now.tempFiles() >= 0
                ? size(now.tempFiles() * KILOBYTE)
                : usual.tempFiles().map(Wanted::size).orElse("");
        String plans = usual.plans().map(span -> span.toMillis() + " ms").orElse("");
        return new Wanted(slow, now.lockWaits() || usual.lockWaits().orElse(false), files, plans);
    }

    /** As it can be typed again, to the byte. */
    private static String size(long bytes) {
        if (bytes == 0) {
            return "0";
        }
        long megabyte = KILOBYTE * KILOBYTE;
        return bytes % megabyte == 0 ? bytes / megabyte + " MB" : bytes / KILOBYTE + " kB";
    }

    /**
     * Only what differs from how it is set now: the rest is left where it was set.
     *
     * @throws FaultException BAD_INPUT if a text is no time or size, or nothing differs
     */
    LogWish wish(LogSettings now) throws FaultException {
        Optional<Duration> span = slow.isBlank()
                ? Optional.empty()
                : Optional.of(Amounts.span(slow)).filter(one -> one.toMillis() != now.minDuration());
        Optional<Boolean> waits = Optional.of(lockWaits).filter(one -> one != now.lockWaits());
        Optional<Long> files = tempFiles.isBlank()
                ? Optional.empty()
                : Optional.of(Amounts.bytes(tempFiles)).filter(one -> kilobytes(one) != now.tempFiles());
        Optional<Duration> explained = plans.isBlank() ? Optional.empty() : Optional.of(Amounts.span(plans));
        LogWish wish = new LogWish(span, waits, files, explained);
        if (wish.equals(NOTHING)) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "nothing would change: it is set like that",
                    "Write another value, or go back");
        }
        return wish;
    }

    private static long kilobytes(long bytes) {
        return bytes < 0 ? bytes : bytes / KILOBYTE;
    }
}
