package dev.watchkeeper.app.robot;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.service.query.NodeQuery;
import org.testfx.service.query.PointQuery;
import org.testfx.service.query.impl.CallableBoundsPointQuery;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A robot that looks on the FX thread alone (see {@link OnFx}), and aims as a person does: at what is laid out and holds
 * still, with no tooltip in between. Else a click goes beside what has moved in the meantime, if the machine is busy.
 */
public final class WindowExtension extends ApplicationExtension implements TestExecutionExceptionHandler {
    private static final int LOOKS = 50;

    /** No test asks for a tooltip, and one that comes up just before a click takes it. */
    private final ListChangeListener<Window> noTooltips = change -> {
        if (change.getList().stream().anyMatch(Tooltip.class::isInstance)) {
            Platform.runLater(WindowExtension::hideTooltips);
        }
    };

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        super.beforeEach(context);
        OnFx.read(() -> {
            Window.getWindows().addListener(noTooltips);
            return true;
        });
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        OnFx.read(() -> {
            Window.getWindows().removeListener(noTooltips);
            return true;
        });
        super.afterEach(context);
    }

    /** A test that waited in vain tells what it saw instead: the window is gone when somebody reads of it. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (failure instanceof TestAbortedException) {
            throw failure;
        }
        throw new AssertionError(failure + "\nWhat was seen then:\n" + Seen.everything(), failure);
    }

    @Override
    public PointQuery point(Node node) {
        return aim(() -> {
            clear(node.getScene());
            return robotContext().getBoundsLocator().boundsOnScreenFor(node);
        });
    }

    @Override
    public PointQuery point(String query) {
        return aim(() -> spot(super.point(query)));
    }

    @Override
    public <T extends Node> PointQuery point(Matcher<T> matcher) {
        return aim(() -> spot(super.point(matcher)));
    }

    @Override
    public <T extends Node> PointQuery point(Predicate<T> predicate) {
        return aim(() -> spot(super.point(predicate)));
    }

    /** Waits until it holds still; the robot asks again when its pointer has come there. */
    private static PointQuery aim(Callable<Bounds> look) {
        still(look);
        return new CallableBoundsPointQuery(() -> OnFx.read(look));
    }

    private static Bounds spot(PointQuery found) {
        Point2D at = found.query();
        return new BoundingBox(at.getX(), at.getY(), 0, 0);
    }

    /** What two looks find alike, a frame between them. */
    private static void still(Callable<Bounds> look) {
        Bounds before = OnFx.read(look);
        for (int i = 0; i < LOOKS && !Platform.isFxApplicationThread(); i++) {
            WaitForAsyncUtils.waitForFxEvents(2);
            Bounds now = OnFx.read(look);
            if (now.equals(before)) {
                return;
            }
            before = now;
        }
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
        hideTooltips();
    }

    private static void hideTooltips() {
        List.copyOf(Window.getWindows()).stream()
                .filter(Tooltip.class::isInstance)
                .forEach(Window::hide);
    }
}
