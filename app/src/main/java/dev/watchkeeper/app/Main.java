package dev.watchkeeper.app;

import dev.watchkeeper.app.cli.CommandFace;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where the process begins. */
public final class Main {
    /** Held on to, or its level would be forgotten: what the driver logs is told as a fault, and not twice. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    private Main() {}

    /** Runs the command that was typed; without one it opens the window. */
    public static void main(String... arguments) {
        // the console speaks English, and so should the driver's messages that it passes on
        Locale.setDefault(Locale.ENGLISH);
        DRIVER.setLevel(Level.OFF);
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
