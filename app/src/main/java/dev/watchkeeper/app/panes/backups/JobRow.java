package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.controls.Badge;
import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.reports.Times;
import java.time.Duration;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One job, in one state: its figures change, its buttons stay where they are. Lives on the FX thread. */
final class JobRow extends HBox {
    private final String id;
    private final BackupDeeds.Job.State state;
    private final Label detail = new Label();
    private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);

    JobRow(BackupDeeds.Job job, BackupDeeds deeds) {
        super(8);
        id = job.id();
        state = job.state();
        Label what = new Label(job.what());
        what.setWrapText(true);
        detail.setWrapText(true);
        detail.getStyleClass().add("secondary");
        VBox words = new VBox(2, what, detail);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren()
                .addAll(
                        words,
                        new Badge(state.name().toLowerCase(Locale.ROOT), tone()),
                        Buttons.icon(
                                "mdi2t-text-box-outline", "What " + job.what() + " writes", () -> deeds.follow(job)));
        if (state == BackupDeeds.Job.State.RUNNING) {
            bar.setMaxWidth(Double.MAX_VALUE);
            words.getChildren().add(bar);
            getChildren()
                    .add(Buttons.icon("mdi2s-stop-circle-outline", "Cancel " + job.what(), () -> deeds.cancel(job)));
        }
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("side-row");
    }

    /** Whether this row can show that job. */
    boolean isOf(BackupDeeds.Job job) {
        return id.equals(job.id()) && state == job.state();
    }

    void show(BackupDeeds.Job job, Times times) {
        detail.setText(words(job, times));
        bar.setProgress(job.share().orElse(ProgressBar.INDETERMINATE_PROGRESS));
    }

    private static String words(BackupDeeds.Job job, Times times) {
        String when = job.stoppedAt()
                .map(at -> times.brief(at) + ", took " + Times.span(Duration.between(job.startedAt(), at)))
                .orElseGet(() -> "since " + times.brief(job.startedAt()));
        return job.host() + " · " + when + (job.note().isEmpty() ? "" : " · " + job.note());
    }

    private Tone tone() {
        return switch (state) {
            case RUNNING -> Tone.ACCENT;
            case DONE -> Tone.GREEN;
            case FAILED -> Tone.RED;
            case LOST -> Tone.AMBER;
        };
    }
}
