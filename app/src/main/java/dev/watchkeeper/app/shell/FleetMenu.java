package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.controls.DialogBox;
import dev.watchkeeper.app.dialogs.ConnectionDialogs;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.target.Target;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What can be done with a server of the fleet. */
final class FleetMenu implements Fleet.Deeds {
    private final Window window;
    private final ConnectionDialogs dialogs;

    /**
     * @param dialogs made with the surface that they are shown on
     */
    FleetMenu(Window window, Function<ConnectionDialogs.Surface, ConnectionDialogs> dialogs) {
        this.window = window;
        this.dialogs = dialogs.apply(new Surface());
    }

    @Override
    public void connect(FleetServer server) {
        window.show(server.target());
    }

    @Override
    public void disconnect(FleetServer server) {
        window.disconnect(server);
    }

    @Override
    public void edit(Target target) {
        dialogs.edit(target);
    }

    @Override
    public void remove(Target target) {
        dialogs.remove(target);
    }

    @Override
    public void add() {
        dialogs.add();
    }

    private final class Surface implements ConnectionDialogs.Surface {
        @Override
        public void open(DialogBox dialog) {
            window.modals().open(dialog, () -> {});
        }

        @Override
        public void close() {
            window.modals().close();
        }

        @Override
        public void onFx(Runnable task) {
            window.fx().run(task);
        }

        @Override
        public void complain(Fault fault) {
            window.complain(fault);
        }

        @Override
        public void changed(List<Target> saved, Optional<String> select) {
            window.saved(saved, select);
        }
    }
}
