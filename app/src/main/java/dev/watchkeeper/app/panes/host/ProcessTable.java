package dev.watchkeeper.app.panes.host;

import dev.watchkeeper.app.controls.EmptyState;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.table.LiveColumn;
import dev.watchkeeper.app.controls.table.LiveColumn.Look;
import dev.watchkeeper.app.controls.table.LiveTable;
import dev.watchkeeper.app.hosts.HostView.ProcessUse;
import dev.watchkeeper.app.hosts.HostWords;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The server's processes as its host sees them, the busiest first. */
final class ProcessTable extends StackPane {
    private final LiveTable<Integer, ProcessUse> table = new LiveTable<>(
            "Processes",
            ProcessUse::pid,
            List.of(
                    LiveColumn.<ProcessUse>of("PID", 78, Look.STRONG, one -> Integer.toString(one.pid()))
                            .by(ProcessUse::pid),
                    LiveColumn.<ProcessUse>of("CPU", 72, Look.NUMBER, one -> HostWords.share(one.cpu()))
                            .by(ProcessUse::cpu)
                            .toned(one -> one.cpu() > 0.9 ? Tone.AMBER : Tone.NEUTRAL),
                    rate("Reads", ProcessUse::readPerSecond),
                    rate("Writes", ProcessUse::writtenPerSecond),
                    LiveColumn.<ProcessUse>of("Process", 320, Look.TEXT, HostWords::title)));
    private List<ProcessUse> newest = List.of();

    ProcessTable() {
        table.placeholder(new EmptyState(
                "mdi2c-chip",
                Tone.NEUTRAL,
                "No process of the server was found",
                "It does not answer, runs in a container, or on another host."));
        table.onReorder(() -> show(newest, true));
        table.sortBy("CPU", true);
        getChildren().add(table);
    }

    private static LiveColumn<ProcessUse> rate(String title, Function<ProcessUse, OptionalDouble> rate) {
        return LiveColumn.<ProcessUse>of(title, 92, Look.NUMBER, one -> HostWords.rate(rate.apply(one)))
                .by(one -> value(rate.apply(one)));
    }

    private static @Nullable Double value(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    void show(List<ProcessUse> processes) {
        show(processes, false);
    }

    private void show(List<ProcessUse> processes, boolean asked) {
        newest = processes;
        table.show(processes.stream().sorted(table.order()).toList(), asked);
    }
}
