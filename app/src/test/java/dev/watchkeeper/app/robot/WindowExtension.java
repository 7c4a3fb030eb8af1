package dev.watchkeeper.app.robot;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;
import org.hamcrest.Matcher;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.service.query.NodeQuery;
import org.testfx.service.query.PointQuery;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A robot that looks on the FX thread alone (see {@link OnFx}), and aims as a person does: at what is laid out and holds
 * still, with no tooltip in between. Else a click goes beside what has moved in the meantime, if the machine is busy.
 */
public final class WindowExtension extends ApplicationExtension {
    private static final int LOOKS = 50;

    @Override
    public PointQuery point(Node node) {
        return point(still(() -> {
            clear(node.getScene());
            return robotContext().getBoundsLocator().boundsOnScreenFor(node);
        }));
    }

    @Override
    public PointQuery point(String query) {
        return point(still(() -> super.point(query).query()));
    }

    @Override
    public <T extends Node> PointQuery point(Matcher<T> matcher) {
        return point(still(() -> super.point(matcher).query()));
    }

    @Override
    public <T extends Node> PointQuery point(Predicate<T> predicate) {
        return point(still(() -> super.point(predicate).query()));
    }

    /** What two looks find alike, a frame between them. */
    private static <T> T still(Callable<T> look) {
        T before = OnFx.read(look);
        for (int i = 0; i < LOOKS && !Platform.isFxApplicationThread(); i++) {
            WaitForAsyncUtils.waitForFxEvents(2);
            T now = OnFx.read(look);
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
        return before;
    }

    @Override
    public NodeQuery lookup(String query) {
        return FxQuery.of(() -> super.lookup(query));
    }

    @Override
    public <T extends Node> NodeQuery lookup(Matcher<T> matcher) {
        return FxQuery.of(() -> super.lookup(matcher));
    }

    @Override
    public <T extends Node> NodeQuery lookup(Predicate<T> predicate) {
        return FxQuery.of(() -> super.lookup(predicate));
    }

    @Override
    public NodeQuery from(Node... parents) {
        return FxQuery.of(() -> super.from(parents));
    }

    @Override
    public NodeQuery from(Collection<Node> parents) {
        return FxQuery.of(() -> super.from(parents));
    }

    private static void clear(Scene scene) {
        Parent root = scene.getRoot();
        root.applyCss();
        root.layout();
        List.copyOf(Window.getWindows()).stream()
                .filter(Tooltip.class::isInstance)
                .forEach(Window::hide);
    }
}
