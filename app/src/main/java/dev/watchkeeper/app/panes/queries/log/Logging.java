package dev.watchkeeper.app.panes.queries.log;

import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.serverlog.LogMore;
import dev.watchkeeper.postgres.serverlog.LogSettings;
import dev.watchkeeper.postgres.serverlog.LogWish;
import org.jspecify.annotations.Nullable;

/** Lets the server log more, or less: asked for in a dialog, looked up elsewhere, confirmed, done. On the FX thread. */
final class Logging {
    private final PaneContext context;
    private final Runnable afterwards;
    private @Nullable MoreDialog open;

    /** @param afterwards called when something was changed */
    Logging(PaneContext context, Runnable afterwards) {
        this.context = context;
        this.afterwards = afterwards;
    }

    /** @param now how the server is set, as far as is known */
    void ask(LogSettings now) {
        MoreDialog dialog = new MoreDialog(context.target(), now, wanted -> goOn(wanted, now), context.modals()::close);
        open = dialog;
        context.modals().open(dialog, () -> open = null);
        dialog.focus();
    }

    private void goOn(Wanted wanted, LogSettings now) {
        MoreDialog dialog = open;
        if (dialog == null) {
            return;
        }
        try {
            LogWish wish = wanted.wish(now);
            dialog.busy();
            context.background("log-settings", () -> look(wish, dialog));
        } catch (FaultException e) {
            dialog.complain(e.fault());
        }
    }

    private void look(LogWish wish, MoreDialog dialog) {
        try {
            LogMore action = LogMore.of(context.postgres(), wish);
            context.fx().run(() -> act(action, dialog));
        } catch (FaultException e) {
            context.fx().run(() -> dialog.complain(e.fault()));
        }
    }

    /** Unless the person has gone back meanwhile. */
    private void act(LogMore action, MoreDialog dialog) {
        if (dialog.equals(open)) {
            context.modals().close();
            context.act(action, outcome -> afterwards.run());
        }
    }
}
