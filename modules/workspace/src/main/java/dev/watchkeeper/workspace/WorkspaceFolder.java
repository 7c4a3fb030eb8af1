package dev.watchkeeper.workspace;

import dev.watchkeeper.kernel.fault.FaultException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The console's own folder.
 *
 * @param path it need not exist; {@link #create} makes it
 */
public record WorkspaceFolder(Path path) {
    /**
     * {@code $WATCHKEEPER_HOME}, else {@code $XDG_CONFIG_HOME/watchkeeper}, else where the operating system keeps such
     * things. A variable that is set to nothing counts as not set.
     *
     * @param variables the process's environment
     * @param operatingSystem as the property {@code os.name} says it
     * @param home the person's home folder
     */
    public static WorkspaceFolder of(Map<String, String> variables, String operatingSystem, Path home) {
        String own = variables.getOrDefault("WATCHKEEPER_HOME", "");
        String config = variables.getOrDefault("XDG_CONFIG_HOME", "");
        if (!own.isEmpty()) {
            return new WorkspaceFolder(Path.of(own));
        }
        if (!config.isEmpty()) {
            return new WorkspaceFolder(Path.of(config, "watchkeeper"));
        }
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            String roaming = variables.getOrDefault("APPDATA", "");
            Path base = roaming.isEmpty() ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming);
            return new WorkspaceFolder(base.resolve("Watchkeeper"));
        }
        return new WorkspaceFolder(
                system.startsWith("mac")
                        ? home.resolve("Library").resolve("Application Support").resolve("Watchkeeper")
                        : home.resolve(".config").resolve("watchkeeper"));
    }

    /** The saved connections. */
    public Path connections() {
        return path.resolve("connections.yaml");
    }

    /** The encrypted vault. */
    public Path vault() {
        return path.resolve("vault.p12");
    }

    /** The audit log. */
    public Path audit() {
        return path.resolve("audit.jsonl");
    }

    /** What was seen over time, unless the settings name another place. */
    public Path history() {
        return path.resolve("history.db");
    }

    /** What was run in the query consoles. */
    public Path consoleHistory() {
        return path.resolve("console").resolve("history.jsonl");
    }

    /** Statements that somebody saved. */
    public Path savedStatements() {
        return path.resolve("console").resolve("saved.json");
    }

    /** What stands in the consoles' editors. */
    public Path drafts() {
        return path.resolve("console").resolve("drafts");
    }

    /**
     * Makes the folder, for its owner alone, if it is not there.
     *
     * @throws FaultException DENIED if it can't be made
     */
    public void create() throws FaultException {
        PrivateFiles.createFolder(path);
    }
}
