package dev.watchkeeper.hosts.logs;

import dev.watchkeeper.hosts.ShellFile;
import dev.watchkeeper.kernel.fault.FaultException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Finds the log of a PostgreSQL server: where its collector writes ({@code current_logfiles} in the data directory), else
 * where its output goes.
 */
public final class PostgresLog implements LogFinder {
    private static final ShellFile SCRIPT = ShellFile.beside(PostgresLog.class, "postgres.sh");
    private static final List<String> FORMATS = List.of("jsonlog", "csvlog", "stderr");

    private final Server server;
    private final List<String> wanted;

    /** Asks the server. */
    @FunctionalInterface
    public interface Server {
        Clues ask() throws FaultException;
    }

    /**
     * What a server says of itself.
     *
     * @param data its data directory, if one may know it
     * @param backend one of its processes
     * @param current where it writes, by the words of {@code log_destination}, as far as one may know it
     */
    public record Clues(Optional<String> data, int backend, Map<String, String> current) {
        public Clues {
            current = Map.copyOf(current);
        }
    }

    /** The format that says most. */
    public PostgresLog(Server server) {
        this(server, FORMATS);
    }

    /** @param wanted formats by the words of {@code log_destination}, the best first */
    public PostgresLog(Server server, List<String> wanted) {
        this.server = server;
        this.wanted = List.copyOf(wanted);
    }

    @Override
    public SequencedMap<String, String> clues() throws FaultException {
        Clues said = server.ask();
        SequencedMap<String, String> all = new LinkedHashMap<>();
        all.put("data", said.data().orElse(""));
        all.put("backend", Integer.toString(said.backend()));
        all.put("formats", String.join(" ", wanted));
        FORMATS.forEach(format -> all.put(format, said.current().getOrDefault(format, "")));
        return all;
    }

    @Override
    public ShellFile script() {
        return SCRIPT;
    }

    @Override
    public String advice() {
        return "Let the server write it by itself: logging_collector = on, and a restart; or enter the host as a user who"
                + " may read it, such as postgres";
    }
}
