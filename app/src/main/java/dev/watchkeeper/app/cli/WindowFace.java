package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Surroundings;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The other face. Nothing of it is loaded until it is wanted, so that commands start quickly. */
public interface WindowFace {
    /** Whether windows can be opened here. */
    boolean hasDisplay(Surroundings surroundings);

    /**
     * Opens the window on the saved targets and waits until it is closed.
     *
     * @param on what to bring to the front, as given; the first of them is seen
     * @throws FaultException UNSUPPORTED without a display; BAD_INPUT if a target makes no sense
     */
    void open(Surroundings surroundings, List<String> on) throws FaultException;

    /** The panes that a window has, by name, whatever kind of server they are for; every name once. */
    List<String> panes();

    /** Opens a window in memory, to take pictures of it. */
    Camera camera(Workbench bench, List<Target> fleet, PictureSize size) throws FaultException;

    /** Takes pictures. */
    interface Camera extends AutoCloseable {
        /**
         * Waits until the pane shows what the server says now, and writes a PNG of the whole window.
         *
         * @throws FaultException what the server said, or TIMEOUT
         */
        void take(Target target, String pane, boolean dark, Duration deadline, Path file) throws FaultException;

        @Override
        void close() throws FaultException;
    }
}
