package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.overtime.OverTimeStrip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;

/**
 * A pane of one server with what the shell puts around it.
 *
 * @param overTime its numbers' past; empty if nothing is kept of them
 * @param body header, strips and view
 */
record OpenPane(Pane pane, Optional<OverTimeStrip> overTime, Node body) implements AutoCloseable {
    static final String OVER_TIME_KEY = "O";

    /** Told whether it is looked at. */
    void seen(boolean isSeen) {
        pane.feed().seen(isSeen);
        overTime.ifPresent(strip -> strip.seen(isSeen));
    }

    /** What can be done here: the pane's own commands first. */
    List<Command> commands() {
        List<Command> commands = new ArrayList<>(pane.commands());
        overTime.ifPresent(strip -> {
            commands.add(command("Over time: show or hide", OVER_TIME_KEY, strip::toggle));
            strip.titles().forEach(title -> commands.add(command("Over time: " + title, "", () -> strip.open(title))));
        });
        return commands;
    }

    private static Command command(String name, String key, Runnable run) {
        return new Command(name, key, new SimpleBooleanProperty(true), run);
    }

    @Override
    public void close() {
        overTime.ifPresent(OverTimeStrip::close);
        pane.close();
    }
}
