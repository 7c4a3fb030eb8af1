package dev.watchkeeper.backup.policy;

import dev.watchkeeper.backup.Finding;
import dev.watchkeeper.backup.Finding.Status;
import dev.watchkeeper.backup.RecoveryWindow;
import dev.watchkeeper.backup.WalArchive;
import dev.watchkeeper.backup.WalArchive.Gap;
import dev.watchkeeper.backup.windows.Recovery;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** WAL without a gap: whether every second of the days that are demanded can be had. */
final class WalRule {
    private final Rule rule;
    private final Seen seen;
    private final Instant begin;

    WalRule(Rule rule, Seen seen) {
        this.rule = rule;
        this.seen = seen;
        this.begin = seen.now().minus(rule.kept());
    }

    Finding judge() {
        List<WalArchive> archives = seen.catalog().archives();
        if (archives.stream().allMatch(archive -> archive.stretches().isEmpty())) {
            return finding(Status.BROKEN, "the archive is empty");
        }
        List<RecoveryWindow> windows = seen.catalog().windows();
        if (windows.isEmpty()) {
            return finding(Status.BROKEN, "no good backup leads into the archive");
        }
        List<Gap> gaps = gaps(archives, windows);
        if (!gaps.isEmpty()) {
            return finding(Status.BROKEN, words(gaps));
        }
        return reach(archives, windows);
    }

    private Finding reach(List<WalArchive> archives, List<RecoveryWindow> windows) {
        Duration loss = Recovery.loss(seen.catalog()).orElse(Duration.ZERO);
        if (loss.compareTo(rule.every()) > 0) {
            return finding(
                    Status.SHORT,
                    "nothing was archived for " + Spans.words(loss)
                            + ": the server was idle, or archiving has stopped");
        }
        Instant first = windows.stream()
                .map(RecoveryWindow::from)
                .min(Comparator.naturalOrder())
                .orElse(begin);
        if (first.isAfter(begin)) {
            return finding(Status.SHORT, "only since " + seen.words(first));
        }
        return archives.stream().allMatch(WalArchive::listed)
                ? finding(Status.FINE, "as demanded")
                : finding(Status.UNKNOWN, "only the first and the last segment are known");
    }

    /** Those of the days that are demanded, unless another archive has what is missing. */
    private List<Gap> gaps(List<WalArchive> archives, List<RecoveryWindow> windows) {
        List<Gap> gaps = new ArrayList<>();
        archives.forEach(archive -> archive.gaps().stream()
                .filter(gap -> gap.before().map(at -> at.isAfter(begin)).orElse(true))
                .filter(gap -> windows.stream().noneMatch(window -> isCovered(gap, window)))
                .forEach(gaps::add));
        gaps.sort(Comparator.comparing((Gap gap) -> gap.after().orElse(Instant.EPOCH), Comparator.reverseOrder()));
        return gaps;
    }

    private static boolean isCovered(Gap gap, RecoveryWindow window) {
        return gap.after().isPresent()
                && gap.before().isPresent()
                && window.from().isBefore(gap.after().get())
                // its own window ends at a gap: files of one moment are no bridge over it
                && window.to().isAfter(gap.before().get());
    }

    private String words(List<Gap> gaps) {
        Gap newest = gaps.getFirst();
        Optional<Instant> at = newest.after().or(newest::before);
        String when = at.map(moment -> "gap on " + seen.words(moment)).orElse("gap");
        return when + ": " + Sizes.of(newest.segments(), "segment is", "segments are") + " missing"
                + (gaps.size() == 1 ? "" : "; and " + Sizes.of(gaps.size() - 1L, "gap", "gaps") + " before that");
    }

    private Finding finding(Status status, String detail) {
        return new Finding(rule.words(), status, detail);
    }
}
