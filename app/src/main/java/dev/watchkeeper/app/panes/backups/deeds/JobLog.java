package dev.watchkeeper.app.panes.backups.deeds;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Clip;
import dev.watchkeeper.app.controls.DialogBox;
import dev.watchkeeper.app.panes.backups.BackupDeeds;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.hosts.jobs.Job;
import dev.watchkeeper.hosts.jobs.JobFollower;
import dev.watchkeeper.hosts.jobs.Jobs;
import dev.watchkeeper.kernel.fault.FaultException;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import org.jspecify.annotations.Nullable;

/** What a job writes, as it writes it: the end of it. Lives on the FX thread. */
final class JobLog {
    private static final int TRIES = 450;

    private final PaneContext context;
    private final BackupDeeds.Job job;
    private final TextArea text = new TextArea();
    private final Label state = new Label("Asking " + "the host…");
    private final LogTail tail = new LogTail();
    private volatile @Nullable Thread reader;
    private volatile boolean closed;

    JobLog(PaneContext context, BackupDeeds.Job job) {
        this.context = context;
        this.job = job;
        text.setEditable(false);
        text.setPrefRowCount(26);
        text.setWrapText(true);
        text.getStyleClass().add("code");
        text.setAccessibleText("What the job writes");
        text.setId("job-log");
        state.getStyleClass().add("secondary");
        state.setWrapText(true);
    }

    void open() {
        DialogBox dialog = new DialogBox(
                job.what() + " on " + job.host(), Optional.of(context.target().environment()), 820);
        dialog.add(state, text);
        Button close = Buttons.withKey("Close", "Esc", context.modals()::close);
        close.setCancelButton(true);
        dialog.addButtons(Buttons.plain("Copy", () -> Clip.copy(text.getText())), close);
        context.modals().open(dialog, this::closed);
        close.requestFocus();
        context.background("job log", this::follow);
    }

    private void closed() {
        closed = true;
        Thread running = reader;
        if (running != null) {
            running.interrupt();
        }
    }

    private void follow() {
        reader = Thread.currentThread();
        Consumer<String> door = context.fx().latest(this::show);
        try {
            Jobs jobs = context.jobs().on(job.host());
            long bytes = jobs.find(job.id()).map(Job::logBytes).orElse(0L);
            long from = tail.from(bytes);
            tell(from > 0 ? "Only the end of it is shown here; all of it: watchkeeper jobs follow " + job.id() : "");
            JobFollower follower = new JobFollower(
                    jobs,
                    piece -> door.accept(tail.add(piece)),
                    fault -> tell(fault.message() + "; the job goes on, trying again"),
                    TRIES);
            Job ended = follower.follow(job.id(), from);
            tell("It is " + ended.state().label()
                    + (ended.exit().isPresent()
                            ? ", with status " + ended.exit().getAsInt()
                            : ""));
        } catch (FaultException e) {
            if (!closed) {
                tell(e.fault().sentence());
            }
        }
    }

    private void tell(String words) {
        context.fx().run(() -> state.setText(words));
    }

    /** Where the reader scrolled to, it stays. */
    private void show(String now) {
        double place = text.getScrollTop();
        boolean atEnd = text.getCaretPosition() == text.getLength();
        text.setText(now);
        if (atEnd) {
            text.end();
        } else {
            text.setScrollTop(place);
        }
    }
}
