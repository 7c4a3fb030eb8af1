package dev.watchkeeper.hosts.logs;

import dev.watchkeeper.hosts.ShellFile;
import dev.watchkeeper.kernel.fault.FaultException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Finds the log of a Redis or Valkey: its {@code logfile}, else where its output goes. */
public final class RedisLog implements LogFinder {
    private static final ShellFile SCRIPT = ShellFile.beside(RedisLog.class, "redis.sh");

    private final Server server;

    /** Asks the server. */
    @FunctionalInterface
    public interface Server {
        Clues ask() throws FaultException;
    }

    /**
     * What a server says of itself.
     *
     * @param logfile as it is set; empty for its output, or if one may not know it
     * @param folder in which it runs
     * @param process 0 if it does not tell
     */
    public record Clues(String logfile, String folder, long process) {}

    public RedisLog(Server server) {
        this.server = server;
    }

    @Override
    public SequencedMap<String, String> clues() throws FaultException {
        Clues said = server.ask();
        SequencedMap<String, String> all = new LinkedHashMap<>();
        all.put("logfile", said.logfile());
        all.put("folder", said.folder());
        all.put("pid", Long.toString(said.process()));
        return all;
    }

    @Override
    public ShellFile script() {
        return SCRIPT;
    }

    @Override
    public String advice() {
        return "Write logfile into redis.conf, and restart it; or enter the host as a user who may read it, such as redis";
    }
}
