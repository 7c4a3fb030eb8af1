package dev.watchkeeper.app;

import dev.watchkeeper.app.cli.CommandFace;

/** Where the process begins. */
public final class Main {
    private Main() {}

    /** Runs the command that was typed; without one it opens the window. */
    public static void main(String... arguments) {
        System.exit(CommandFace.run(new DesktopFace(), arguments));
    }
}
