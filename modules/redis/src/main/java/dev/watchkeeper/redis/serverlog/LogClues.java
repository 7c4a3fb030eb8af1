package dev.watchkeeper.redis.serverlog;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.connect.Together;
import dev.watchkeeper.redis.text.InfoText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What helps to find the log on the server's host.
 *
 * @param logfile as it is set; empty for its output, or if this user may not ask (CONFIG GET)
 * @param folder in which it runs
 * @param process its number on its host; 0 if it is not told
 */
public record LogClues(String logfile, String folder, long process) {
    private static final List<List<String>> ASKED =
            List.of(List.of("INFO", "server"), List.of("CONFIG", "GET", "logfile"), List.of("CONFIG", "GET", "dir"));

    /** Asks a server; blocks. */
    public static LogClues of(RedisServer server) throws FaultException {
        List<Together.Answer> answers =
                server.probe(connected -> connected.together(ASKED).answers());
        InfoText info = InfoText.parse(answers.getFirst().reply().text());
        Map<String, String> settings = new HashMap<>();
        for (Together.Answer answer : answers.subList(1, answers.size())) {
            if (answer.answered().isPresent()) {
                settings.putAll(answer.reply().pairs());
            }
        }
        return new LogClues(
                settings.getOrDefault("logfile", ""), settings.getOrDefault("dir", ""), info.number("process_id"));
    }
}
