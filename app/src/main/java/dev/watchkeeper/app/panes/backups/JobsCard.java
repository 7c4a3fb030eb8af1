package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.reports.Times;
import dev.watchkeeper.kernel.text.Sizes;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** Long work on the hosts: what runs, and what became of it. Lives on the FX thread. */
final class JobsCard {
    /** More than this nobody reads at once. */
    private static final int AT_MOST = 6;

    private final BackupDeeds deeds;
    private final Label note = new Label();
    private final SideRows rows = new SideRows();
    private final Card card = Card.titled("Jobs", note, rows);
    private List<JobRow> shown = List.of();

    JobsCard(BackupDeeds deeds) {
        this.deeds = deeds;
        note.getStyleClass().add("secondary");
        appear(false);
    }

    Node node() {
        return card;
    }

    private void appear(boolean is) {
        card.setVisible(is);
        card.setManaged(is);
    }

    void show(List<BackupDeeds.Job> jobs, Times times) {
        appear(!jobs.isEmpty());
        long running = jobs.stream()
                .filter(job -> job.state() == BackupDeeds.Job.State.RUNNING)
                .count();
        note.setText(running == 0 ? "" : Sizes.count(running) + " running");
        shown = jobs.stream().limit(AT_MOST).map(job -> row(job, times)).toList();
        rows.show(shown);
    }

    /** The one that is there, if there is one. */
    private JobRow row(BackupDeeds.Job job, Times times) {
        JobRow row = shown.stream().filter(one -> one.isOf(job)).findFirst().orElseGet(() -> new JobRow(job, deeds));
        row.show(job, times);
        return row;
    }
}
