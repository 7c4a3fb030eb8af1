package dev.watchkeeper.app.robot;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.service.query.PointQuery;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A robot that looks where a thing lies once the window is laid out. Between a change and the next frame a node still
 * has its old place, or none: a click there goes beside it, if the machine is busy.
 */
public final class WindowExtension extends ApplicationExtension {
    @Override
    public PointQuery point(Node node) {
        if (Platform.isFxApplicationThread()) {
            layOut(node.getScene());
        } else {
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> layOut(node.getScene()));
        }
        return super.point(node);
    }

    private static void layOut(Scene scene) {
        Parent root = scene.getRoot();
        root.applyCss();
        root.layout();
    }
}
