package dev.watchkeeper.app.cli;

import java.util.List;

/** The other face, kept out of the class path's sight until it is wanted. */
@FunctionalInterface
public interface WindowFace {
    /**
     * Opens the window and waits until it is closed.
     *
     * @param on what to open it on, as given
     * @return the exit code
     */
    int open(List<String> on);
}
