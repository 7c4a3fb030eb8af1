package dev.watchkeeper.app.robot;

import java.util.concurrent.Callable;
import javafx.application.Platform;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Reads the window where it belongs. Also who only asks for the place of a node makes JavaFX work out bounds and keep
 * them, and two threads at once leave these broken: {@code Index -1 out of bounds} in
 * {@code Parent.updateCachedBounds}, and a window that no test after it can close or open.
 */
public final class OnFx {
    private static final long MILLIS = 20_000;

    private OnFx() {}

    /** What this gives on the FX thread. */
    public static <T> T read(Callable<T> what) {
        if (!Platform.isFxApplicationThread()) {
            return WaitForAsyncUtils.waitForAsyncFx(MILLIS, what);
        }
        try {
            return what.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
