package dev.watchkeeper.redis.slowlog;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.redis.commandstats.CommandReading;
import dev.watchkeeper.redis.commandstats.ReadingText;
import dev.watchkeeper.redis.connect.Connected;
import dev.watchkeeper.redis.connect.RedisRefusal;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.connect.Together;
import dev.watchkeeper.redis.text.InfoText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Command statistics, slow log and latency events: one round trip a tick, and one more for what is new. */
public final class QueriesProbe implements Probe<Queries> {
    /** What is asked, to be shown. */
    public static final String COMMANDS = """
            INFO all
            SLOWLOG LEN
            SLOWLOG GET 1
            LATENCY LATEST
            CONFIG GET slowlog-*
            CONFIG GET latency-monitor-threshold""";

    private static final List<List<String>> ASKED =
            COMMANDS.lines().map(line -> List.of(line.split(" "))).toList();

    private final RedisServer server;
    private final SlowLogReader slowLog = new SlowLogReader();
    private boolean insists;
    private final LatencyReader latency = new LatencyReader();

    public QueriesProbe(RedisServer server) {
        this.server = server;
    }

    /** Fails if the slow log may not be read, for who wants nothing else. */
    public QueriesProbe insisting() {
        insists = true;
        return this;
    }

    @Override
    public String name() {
        return "queries";
    }

    @Override
    public Snapshot<Queries> read() throws FaultException {
        return server.probe(this::read);
    }

    private Snapshot<Queries> read(Connected connected) throws FaultException {
        Together together = connected.together(ASKED);
        List<Together.Answer> answers = together.answers();
        InfoText info = InfoText.parse(answers.get(0).reply().text());
        CommandReading commands = ReadingText.read(info, together.at());
        Map<String, String> settings = new HashMap<>(settings(answers.get(4)));
        settings.putAll(settings(answers.get(5)));
        Queries queries = new Queries(
                commands,
                slowLog(connected, commands, answers, settings),
                latency(connected, answers.get(3), settings),
                keys(info),
                info.get("role").equals("slave") ? "replica" : "primary",
                replica(info));
        return new Snapshot<>(queries, together.at(), connected.version(), together.cost());
    }

    private static Map<String, String> settings(Together.Answer answer) throws RedisRefusal {
        return answer.answered().isPresent() ? answer.reply().pairs() : Map.of();
    }

    private Told<SlowLog> slowLog(
            Connected connected, CommandReading reading, List<Together.Answer> answers, Map<String, String> settings)
            throws FaultException {
        try {
            long length = answers.get(1).reply().number();
            SlowLogReader.Look look = new SlowLogReader.Look(reading.runId(), reading.at(), reading.uptime());
            return Told.of(slowLog.read(connected, look, answers.get(2).reply(), length, settings));
        } catch (RedisRefusal e) {
            if (insists) {
                throw e;
            }
            return Told.not(e.fault());
        }
    }

    private Told<Latency> latency(Connected connected, Together.Answer latest, Map<String, String> settings)
            throws FaultException {
        try {
            return Told.of(latency.read(connected, latest.reply(), settings));
        } catch (RedisRefusal e) {
            return Told.not(e.fault());
        }
    }

    private static long keys(InfoText info) {
        return info.numbered("db").values().stream()
                .mapToLong(fields -> Long.parseLong(fields.getOrDefault("keys", "0")))
                .sum();
    }

    private static Optional<String> replica(InfoText info) {
        return info.numbered("slave").values().stream()
                .filter(fields -> "online".equals(fields.get("state")))
                .map(fields -> fields.get("ip") + ":" + fields.get("port"))
                .findFirst();
    }
}
