package dev.watchkeeper.app.cli;

import java.util.List;
import java.util.Optional;

/** The panes whose content can be taken away, by the names that the command line uses. */
final class PaneOutputs {
    private static final List<PaneOutput<?>> ALL = List.of(new SessionsOutput(), new LocksOutput());

    private PaneOutputs() {}

    public static List<String> names() {
        return ALL.stream().map(PaneOutput::name).toList();
    }

    /** Empty if no pane is called so. */
    public static Optional<PaneOutput<?>> named(String name) {
        return ALL.stream().filter(output -> output.name().equals(name)).findFirst();
    }
}
