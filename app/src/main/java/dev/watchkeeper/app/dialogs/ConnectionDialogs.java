package dev.watchkeeper.app.dialogs;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.DialogBox;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.Greeting;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** Opens the dialogs about connections, and does elsewhere what takes a while. */
public final class ConnectionDialogs {
    /** The window around the dialogs. */
    public interface Surface {
        /** Puts a dialog over the window. */
        void open(DialogBox dialog);

        void close();

        /** Runs it on the FX thread. */
        void onFx(Runnable task);

        void complain(Fault fault);

        /** The saved targets have changed. On the FX thread. */
        void changed(List<Target> saved, Optional<String> select);
    }

    /** May take a while, and may fail. */
    @FunctionalInterface
    private interface Work {
        void run() throws FaultException;
    }

    private final ConnectionDesk desk;
    private final Surface surface;

    public ConnectionDialogs(ConnectionDesk desk, Surface surface) {
        this.desk = desk;
        this.surface = surface;
    }

    /** Asks for a new connection. On the FX thread. */
    public void add() {
        open("Add a connection", Optional.empty(), ConnectionValues.empty());
    }

    /** Changes one. On the FX thread. */
    public void edit(Target target) {
        work(surface::complain, () -> {
            ConnectionValues values = desk.values(target);
            surface.onFx(() -> open("Edit " + target.name(), Optional.of(target.name()), values));
        });
    }

    private void open(String title, Optional<String> before, ConnectionValues values) {
        Form form = new Form(before);
        ConnectionDialog dialog = new ConnectionDialog(title, values, form);
        form.dialog = Optional.of(dialog);
        surface.open(dialog);
        dialog.focus();
        if (before.isEmpty()) {
            work(form::show, () -> {
                List<ConnectionValues> found = desk.found();
                surface.onFx(() -> dialog.offer(found));
            });
        }
    }

    /** Takes one out of the list, after asking. On the FX thread. */
    public void remove(Target target) {
        DialogBox dialog = new DialogBox("Remove " + target.name() + "?", Optional.of(target.environment()), 460);
        Label words =
                new Label("It is taken out of connections.yaml. The server itself is not touched, and its passwords"
                        + " stay where they are.");
        words.setWrapText(true);
        dialog.add(words);
        Button back = Buttons.withKey("Back", "Esc", surface::close);
        back.setCancelButton(true);
        Button yes = Buttons.styled(
                Buttons.plain("Remove", () -> {
                    surface.close();
                    work(surface::complain, () -> {
                        desk.remove(target);
                        changed(Optional.empty());
                    });
                }),
                "danger");
        yes.setDefaultButton(true);
        dialog.addButtons(back, yes);
        surface.open(dialog);
        yes.requestFocus();
    }

    private void changed(Optional<String> select) throws FaultException {
        List<Target> saved = desk.targets();
        surface.onFx(() -> surface.changed(saved, select));
    }

    private void work(java.util.function.Consumer<Fault> ifItFails, Work work) {
        Thread.ofVirtual().name("connections").start(() -> {
            try {
                work.run();
            } catch (FaultException e) {
                surface.onFx(() -> ifItFails.accept(e.fault()));
            }
        });
    }

    private final class Form implements ConnectionDialog.Deeds {
        private final Optional<String> before;
        private Optional<ConnectionDialog> dialog = Optional.empty();

        Form(Optional<String> before) {
            this.before = before;
        }

        private void show(Fault fault) {
            dialog.ifPresent(shown -> shown.show(fault));
        }

        @Override
        public void test(ConnectionValues values, Optional<Secret> typed) {
            work(this::show, () -> {
                Greeting met = desk.test(values, typed);
                surface.onFx(() -> dialog.ifPresent(shown -> shown.show(met)));
            });
        }

        @Override
        public void save(ConnectionValues values, Optional<Secret> typed) {
            work(this::show, () -> {
                desk.save(before, values, typed);
                surface.onFx(surface::close);
                changed(Optional.of(values.name()));
            });
        }

        @Override
        public void back() {
            surface.close();
        }
    }
}
