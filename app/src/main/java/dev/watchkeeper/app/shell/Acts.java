package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.controls.ConfirmDialog;
import dev.watchkeeper.app.controls.Sentence;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.ActionDesk;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;

/** The way of an action through the window: confirmed, run elsewhere, and its outcome told. */
final class Acts {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final ActionDesk desk;
    private final Clock clock;
    private final FxThread fx;
    private final Modals modals;
    private final Toasts toasts;
    private final StatusBar status;

    Acts(ActionDesk desk, Clock clock, FxThread fx, Modals modals, Toasts toasts, StatusBar status) {
        this.desk = desk;
        this.clock = clock;
        this.fx = fx;
        this.modals = modals;
        this.toasts = toasts;
        this.status = status;
    }

    /** Asks, unless the target is read-only: then it is refused at once, and the refusal is written down. */
    void act(Action action, Consumer<Outcome> afterwards) {
        if (action.target().readOnly()) {
            run(action, afterwards);
            return;
        }
        ConfirmDialog dialog = new ConfirmDialog(
                action,
                () -> {
                    modals.close();
                    run(action, afterwards);
                },
                modals::close);
        modals.open(dialog, () -> {});
        dialog.focus();
    }

    private void run(Action action, Consumer<Outcome> afterwards) {
        status.done(now() + " " + action.name() + " is under way…");
        Progress progress = new Progress(
                ConfirmDialog.verb(action) + " on " + action.target().name(), toasts);
        Thread.ofVirtual().name("act-" + action.name()).start(() -> {
            try {
                Outcome outcome = desk.run(action, step -> fx.run(() -> told(action, step, progress)));
                fx.run(() -> {
                    done(action, outcome, progress);
                    afterwards.accept(outcome);
                });
            } catch (FaultException e) {
                fx.run(() -> failed(action, e.fault(), progress));
            }
        });
    }

    private void told(Action action, String step, Progress progress) {
        progress.step(step);
        status.done(now() + " " + action.name() + ": " + step);
    }

    private void done(Action action, Outcome outcome, Progress progress) {
        status.done(now() + " " + action.name() + ": " + outcome.message());
        Tone tone = outcome.done() ? Tone.GREEN : Tone.AMBER;
        if (!progress.end(Sentence.begin(outcome.message()), "", tone)) {
            toasts.say(Sentence.begin(outcome.message()), Sentence.begin(action.preview()), tone);
        }
    }

    private void failed(Action action, Fault fault, Progress progress) {
        status.done(now() + " " + action.name() + " failed: " + fault.message());
        if (!progress.end(Sentence.begin(fault.message()), fault.advice(), Tone.RED)) {
            toasts.complain(fault);
        }
    }

    private String now() {
        return TIME.format(clock.instant().atZone(ZoneId.systemDefault()));
    }
}
