package dev.watchkeeper.postgres.connect;

import java.util.Properties;
import org.postgresql.PGProperty;

/** What the driver is told for a session in which people run what they like. */
final class OwnSession {
    private OwnSession() {}

    static void set(Properties properties, String application) {
        PGProperty.APPLICATION_NAME.set(properties, application);
        // binary values would be turned into text by the driver, which prints some of them otherwise than the server
        PGProperty.BINARY_TRANSFER.set(properties, false);
        // a statement kept on the server breaks when somebody alters its table
        PGProperty.PREPARE_THRESHOLD.set(properties, 0);
        PGProperty.STRING_TYPE.set(properties, "unspecified");
    }
}
