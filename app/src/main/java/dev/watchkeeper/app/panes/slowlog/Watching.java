package dev.watchkeeper.app.panes.slowlog;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Clip;
import dev.watchkeeper.app.controls.DialogBox;
import dev.watchkeeper.app.controls.SqlView;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.redis.settings.ChangeSetting;
import dev.watchkeeper.redis.settings.WatchSetting;
import dev.watchkeeper.redis.slowlog.LatencyDoctor;
import java.util.Optional;
import javafx.scene.control.Button;

/** What is taken for slow, changed by dialog and action; and what Redis itself makes of its latency events. */
final class Watching {
    private final PaneContext context;
    private final Runnable afterwards;

    /** @param afterwards called when something was changed */
    Watching(PaneContext context, Runnable afterwards) {
        this.context = context;
        this.afterwards = afterwards;
    }

    /** @param proposed what stands in the field at first */
    void ask(WatchSetting setting, String proposed) {
        WatchDialog dialog = new WatchDialog(
                context.target(),
                setting,
                proposed,
                (value, keep) -> {
                    context.modals().close();
                    context.background("preview", () -> preview(setting, value, keep));
                },
                context.modals()::close);
        context.modals().open(dialog, () -> {});
        dialog.focus();
    }

    private void preview(WatchSetting setting, String value, boolean keep) {
        try {
            ChangeSetting action = ChangeSetting.of(context.redis(), setting, value, keep);
            context.fx().run(() -> context.act(action, outcome -> afterwards.run()));
        } catch (FaultException e) {
            context.complain(e.fault());
        }
    }

    void doctor() {
        context.background("doctor", () -> {
            try {
                String said = LatencyDoctor.ask(context.redis());
                context.fx().run(() -> tell(said));
            } catch (FaultException e) {
                context.complain(e.fault());
            }
        });
    }

    private void tell(String said) {
        SqlView text = new SqlView();
        text.setMaxLines(28);
        text.setText(said);
        DialogBox dialog = new DialogBox(
                "What Redis says of its latency on " + context.target().name(),
                Optional.of(context.target().environment()),
                760);
        dialog.add(text);
        Button close = Buttons.withKey("Close", "Esc", context.modals()::close);
        close.setDefaultButton(true);
        close.setCancelButton(true);
        dialog.addButtons(Buttons.plain("Copy", () -> Clip.copy(said)), close);
        context.modals().open(dialog, () -> {});
        close.requestFocus();
    }
}
