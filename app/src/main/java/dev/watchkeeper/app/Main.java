package dev.watchkeeper.app;

import dev.watchkeeper.app.cli.CommandFace;

/** Where the process begins. */
public final class Main {
    private Main() {}

    /** Runs the command that was typed; without one it opens the window. */
    public static void main(String... arguments) {
        hashMasterPasswordsOften();
        System.exit(CommandFace.run(new DesktopFace(), arguments));
    }

    /** The JDK's own 10,000 rounds are few for a file that may be stolen: OWASP's figure for PBKDF2 with SHA-256. */
    private static void hashMasterPasswordsOften() {
        for (String use : new String[] {"mac", "certPbe", "keyPbe"}) {
            System.setProperty("keystore.pkcs12." + use + "IterationCount", "600000");
        }
    }
}
