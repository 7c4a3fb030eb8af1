package dev.watchkeeper.app.shell;

import java.util.Map;
import javafx.application.Platform;

/** Starts and ends JavaFX, with or without a display. Once a process. */
public final class Toolkit {
    private Toolkit() {}

    /** Whether there is a display to open windows on. */
    public static boolean hasDisplay(Map<String, String> variables) {
        boolean linux = System.getProperty("os.name").startsWith("Linux");
        return !linux || variables.containsKey("DISPLAY") || variables.containsKey("WAYLAND_DISPLAY");
    }

    /**
     * Starts it, if it isn't running yet.
     *
     * @param headless without a display: windows are only drawn into memory
     */
    public static void start(boolean headless) {
        if (headless) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
            System.setProperty("java.awt.headless", "true");
        }
        try {
            Platform.startup(() -> Platform.setImplicitExit(false));
        } catch (IllegalStateException e) {
            // it is running already, which is what was wanted
            Platform.setImplicitExit(false);
        }
    }

    /** Ends it; nothing can be shown after this. */
    public static void stop() {
        Platform.exit();
    }
}
