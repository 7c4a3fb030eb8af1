package dev.watchkeeper.app.robot;

import java.util.Collection;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.hamcrest.Matcher;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.service.query.NodeQuery;
import org.testfx.service.query.PointQuery;

/**
 * A robot that looks on the FX thread alone (see {@link OnFx}), and where a thing lies once the window is laid out:
 * between a change and the next frame a node still has its old place, or none, and a click there goes beside it.
 */
public final class WindowExtension extends ApplicationExtension {
    @Override
    public PointQuery point(Node node) {
        Bounds bounds = OnFx.read(() -> {
            layOut(node.getScene());
            return robotContext().getBoundsLocator().boundsOnScreenFor(node);
        });
        return point(bounds);
    }

    @Override
    public PointQuery point(String query) {
        return OnFx.read(() -> super.point(query));
    }

    @Override
    public <T extends Node> PointQuery point(Matcher<T> matcher) {
        return OnFx.read(() -> super.point(matcher));
    }

    @Override
    public <T extends Node> PointQuery point(Predicate<T> predicate) {
        return OnFx.read(() -> super.point(predicate));
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

    private static void layOut(Scene scene) {
        Parent root = scene.getRoot();
        root.applyCss();
        root.layout();
    }
}
