package dev.watchkeeper.redis.place;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.redis.connect.Answered;
import dev.watchkeeper.redis.connect.Connected;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.text.InfoText;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Where a Redis keeps its files on its host.
 *
 * @param data the folder of its RDB and AOF files; empty if this user may not ask for settings
 * @param logFile its log; empty if it may not be known, or goes to the standard output
 * @param process its number on its host
 */
public record RedisPlace(
        Optional<String> data, Optional<String> logFile, int process, ServerVersion version, Cost cost) {
    /** Asks a server; blocks. */
    public static RedisPlace of(RedisServer server) throws FaultException {
        return server.probe(connected -> {
            Answered info = connected.timed("INFO", "server");
            int process = (int) InfoText.parse(info.reply().text()).number("process_id", 0);
            Optional<String> data = setting(connected, "dir");
            Optional<String> log = setting(connected, "logfile").flatMap(file -> absolute(file, data));
            return new RedisPlace(data, log, process, connected.version(), info.cost());
        });
    }

    /** Its folders by what is in them. */
    public SequencedMap<String, String> folders() {
        SequencedMap<String, String> folders = new LinkedHashMap<>();
        data.ifPresent(folder -> folders.put("data", folder));
        logFile.map(file -> file.substring(0, Math.max(1, file.lastIndexOf('/'))))
                .ifPresent(folder -> folders.put("log", folder));
        return folders;
    }

    private static Optional<String> setting(Connected connected, String name) throws FaultException {
        try {
            return Optional.ofNullable(
                            connected.ask("CONFIG", "GET", name).pairs().get(name))
                    .filter(value -> !value.isEmpty());
        } catch (FaultException e) {
            Fault fault = e.fault();
            if (fault.kind() == FaultKind.DENIED || fault.kind() == FaultKind.UNSUPPORTED) {
                return Optional.empty(); // many offer Redis without CONFIG
            }
            throw e;
        }
    }

    private static Optional<String> absolute(String file, Optional<String> below) {
        return file.startsWith("/") ? Optional.of(file) : below.map(folder -> folder + "/" + file);
    }
}
