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

    /** Those of them that there are for a server, from left to right. */
    List<String> panes(Target target);

    /** Opens a window in memory, to take pictures of it. */
    Camera camera(Workbench bench, List<Target> fleet, PictureSize size) throws FaultException;

    /**
     * What is to be seen on a picture.
     *
     * @param pane by its name
     * @param deeds what is done there first, in the words of the palette: {@code Compare: The last hour with the hour before}
     */
    record Sight(String pane, boolean dark, List<String> deeds) {
        public Sight {
            deeds = List.copyOf(deeds);
        }

        static Sight of(String pane, boolean dark) {
            return new Sight(pane, dark, List.of());
        }
    }

    /** Takes pictures. */
    interface Camera extends AutoCloseable {
        /**
         * Waits until the pane shows what the server says now, and writes a PNG of the whole window.
         *
         * @throws FaultException what the server said, TIMEOUT, or BAD_INPUT if a deed can't be done there
         */
        void take(Target target, Sight sight, Duration deadline, Path file) throws FaultException;

        @Override
        void close() throws FaultException;
    }
}
