package dev.watchkeeper.app.workbench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;

/**
 * What the process finds around it.
 *
 * @param variables the environment variables
 * @param home the person's home folder
 * @param user the operating system's user, for the audit log
 * @param zone the reader's time zone, beside UTC
 */
public record Surroundings(Map<String, String> variables, Path home, Clock clock, ZoneId zone, String user) {
    public Surroundings {
        variables = Map.copyOf(variables);
    }

    /** Those of this process. {@code $HOME} counts before what the system says, as for libpq. */
    public static Surroundings ofProcess() {
        Map<String, String> variables = System.getenv();
        String home = variables.getOrDefault("HOME", "");
        return new Surroundings(
                variables,
                Path.of(home.isEmpty() ? System.getProperty("user.home") : home),
                Clock.systemUTC(),
                ZoneId.systemDefault(),
                System.getProperty("user.name"));
    }
}
