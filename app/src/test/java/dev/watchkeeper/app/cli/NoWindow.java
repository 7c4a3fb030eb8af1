package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Surroundings;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.target.Target;
import java.util.List;

/** For commands that have nothing to do with the window. */
final class NoWindow implements WindowFace {
    @Override
    public boolean hasDisplay(Surroundings surroundings) {
        return false;
    }

    @Override
    public void open(Surroundings surroundings, List<String> on) {
        throw new AssertionError("the window was opened");
    }

    @Override
    public List<String> panes() {
        return List.of("sessions", "locks", "replication");
    }

    @Override
    public List<String> panes(Target target) {
        return panes();
    }

    @Override
    public Camera camera(Workbench bench, List<Target> fleet, PictureSize size) {
        throw new AssertionError("a picture was taken");
    }
}
