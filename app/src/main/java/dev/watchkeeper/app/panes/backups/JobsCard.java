package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.controls.Badge;
import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.reports.Times;
import dev.watchkeeper.kernel.text.Sizes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Long work on the hosts: what runs, and what became of it. Lives on the FX thread. */
final class JobsCard {
    /** More than this nobody reads at once. */
    private static final int AT_MOST = 6;

    private final BackupDeeds deeds;
    private final Label note = new Label();
    private final SideRows rows = new SideRows();
    private final Card card = Card.titled("Jobs", note, rows);

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
        rows.show(jobs.stream().limit(AT_MOST).map(job -> row(job, times)).toList());
    }

    private Node row(BackupDeeds.Job job, Times times) {
        Label what = new Label(job.what());
        what.setWrapText(true);
        Label detail = new Label(detail(job, times));
        detail.setWrapText(true);
        detail.getStyleClass().add("secondary");
        VBox words = new VBox(2, what, detail);
        HBox.setHgrow(words, Priority.ALWAYS);
        boolean runs = job.state() == BackupDeeds.Job.State.RUNNING;
        if (runs) {
            ProgressBar bar = new ProgressBar(job.share().orElse(ProgressBar.INDETERMINATE_PROGRESS));
            bar.setMaxWidth(Double.MAX_VALUE);
            words.getChildren().add(bar);
        }
        HBox row = new HBox(8, words, new Badge(job.state().name().toLowerCase(Locale.ROOT), tone(job.state())));
        row.getChildren()
                .add(Buttons.icon("mdi2t-text-box-outline", "What " + job.what() + " writes", () -> deeds.follow(job)));
        if (runs) {
            row.getChildren()
                    .add(Buttons.icon("mdi2s-stop-circle-outline", "Cancel " + job.what(), () -> deeds.cancel(job)));
        }
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("side-row");
        return row;
    }

    private static String detail(BackupDeeds.Job job, Times times) {
        String when = job.stoppedAt()
                .map(at -> times.brief(at) + ", took " + Times.span(Duration.between(job.startedAt(), at)))
                .orElseGet(() -> "since " + times.brief(job.startedAt()));
        return job.host() + " · " + when + (job.note().isEmpty() ? "" : " · " + job.note());
    }

    private static Tone tone(BackupDeeds.Job.State state) {
        return switch (state) {
            case RUNNING -> Tone.ACCENT;
            case DONE -> Tone.GREEN;
            case FAILED -> Tone.RED;
            case LOST -> Tone.AMBER;
        };
    }
}
