package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.reports.BackupSentences;
import dev.watchkeeper.app.shell.PaneHeader;
import dev.watchkeeper.backup.Finding;
import java.util.List;
import java.util.Optional;

/** What the pane's header and its tab say. */
final class Headline {
    private Headline() {}

    static String sentence(BackupsScene scene) {
        return BackupSentences.of(scene.catalog(), scene.times().zone());
    }

    /** How many rules of the policy are not kept. */
    static Optional<PaneHeader.News> news(BackupsScene scene) {
        List<Finding.Status> bad = scene.catalog().policy().stream()
                .map(Finding::status)
                .filter(status -> status == Finding.Status.SHORT || status == Finding.Status.BROKEN)
                .toList();
        Tone tone = bad.contains(Finding.Status.BROKEN) ? Tone.RED : Tone.AMBER;
        return bad.isEmpty() ? Optional.empty() : Optional.of(new PaneHeader.News(Integer.toString(bad.size()), tone));
    }
}
