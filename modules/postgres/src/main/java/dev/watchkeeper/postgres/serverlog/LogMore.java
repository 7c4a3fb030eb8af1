package dev.watchkeeper.postgres.serverlog;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sql.Quoting;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Lets the server log more, or less. ALTER SYSTEM takes no condition, so the settings are compared with what was seen right
 * before. Whether it is in force is asked of the server afterwards.
 */
public final class LogMore implements Action {
    private static final SqlFile SET = SqlFile.of(LogMore.class, "log_set");
    private static final SqlFile RELOAD = SqlFile.of(LogMore.class, "log_reload");
    private static final SqlFile LOAD = SqlFile.of(LogMore.class, "log_load");
    private static final String LIBRARIES = "session_preload_libraries";
    private static final String EXPLAIN = "auto_explain";

    /** A reload reaches every process within a moment. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final PostgresServer server;
    private final LogWish wish;
    private final Map<String, InForce> before;
    private final SequencedMap<String, String> wanted;

    private LogMore(PostgresServer server, LogWish wish, Map<String, InForce> before) {
        this.server = server;
        this.wish = wish;
        this.before = before;
        this.wanted = new LinkedHashMap<>(wish.settings());
        if (wish.explains()) {
            wanted.put(LIBRARIES, withExplain(before));
        }
    }

    /** Looks at how the server is set now, for the preview. */
    public static LogMore of(PostgresServer server, LogWish wish) throws FaultException {
        Map<String, InForce> before = server.look(connected -> {
            if (wish.plans().isPresent()) {
                load(connected);
            }
            return InForce.of(connected, names(wish));
        });
        if (wish.settings().isEmpty()) {
            throw new FaultException(FaultKind.BAD_INPUT, "nothing is to be logged otherwise", "Say what");
        }
        if (wish.explains() && !before.containsKey(LIBRARIES)) {
            throw new FaultException(
                    FaultKind.DENIED,
                    "the role may not see " + LIBRARIES + ", which it would have to add to",
                    "Act as a superuser");
        }
        return new LogMore(server, wish, before);
    }

    @Override
    public Target target() {
        return server.target();
    }

    @Override
    public String name() {
        return "log-settings";
    }

    @Override
    public String preview() {
        String was = wanted.keySet().stream()
                .map(setting -> setting + " = " + was(setting))
                .collect(Collectors.joining(", "));
        return "the server logs " + wish.words() + "; now: " + was;
    }

    @Override
    public String statement() {
        return statements(wanted);
    }

    @Override
    public Danger danger() {
        return Danger.ORDINARY;
    }

    @Override
    public Outcome run() throws FaultException {
        long start = System.nanoTime();
        server.act(this::change);
        Map<String, InForce> now = settled(start);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        String others = wanted.entrySet().stream()
                .filter(one -> !isInForce(now, one))
                .map(one -> one.getKey() + " is still " + now.getOrDefault(one.getKey(), InForce.UNKNOWN))
                .collect(Collectors.joining("; "));
        if (others.isEmpty()) {
            return new Outcome(true, "in force after " + Spans.words(took) + "; undo: " + undo(), took);
        }
        return new Outcome(false, others + ": that goes before ALTER SYSTEM", took);
    }

    private Boolean change(Connected connected) throws SQLException, FaultException {
        if (wish.plans().isPresent()) {
            load(connected);
        }
        if (!InForce.of(connected, wanted.keySet()).equals(before)) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "somebody changed the log's settings in between",
                    "Nothing was done; look again");
        }
        try (Statement statement = connected.jdbc().createStatement()) {
            statement.setEscapeProcessing(false);
            for (Map.Entry<String, String> one : wanted.entrySet()) {
                statement.execute(SET.text(connected.version())
                        .replace(":name", one.getKey())
                        .replace(":value", value(one)));
            }
            statement.execute(RELOAD.text(connected.version()));
        }
        return true;
    }

    private static void load(Connected connected) throws SQLException, FaultException {
        try (Statement statement = connected.jdbc().createStatement()) {
            statement.execute(LOAD.text(connected.version()));
        }
    }

    private Map<String, InForce> settled(long start) throws FaultException {
        while (true) {
            Map<String, InForce> now = server.look(connected -> InForce.of(connected, wanted.keySet()));
            boolean all = wanted.entrySet().stream().allMatch(one -> isInForce(now, one));
            if (all || System.nanoTime() - start > PATIENCE.toNanos()) {
                return now;
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /** Libraries of sessions are loaded when these begin: of this one nothing changes. */
    private static boolean isInForce(Map<String, InForce> now, Map.Entry<String, String> one) {
        InForce found = now.get(one.getKey());
        return found != null
                && found.setting().replace(" ", "").equals(one.getValue().replace(" ", ""));
    }

    private String undo() {
        SequencedMap<String, String> old = new LinkedHashMap<>();
        wanted.keySet().forEach(setting -> old.put(setting, was(setting)));
        return statements(old).replace("\n", " ");
    }

    private String was(String setting) {
        return before.getOrDefault(setting, InForce.UNKNOWN).setting();
    }

    private static String statements(Map<String, String> settings) {
        return settings.entrySet().stream()
                        .map(one -> SET.filled().replace(":name", one.getKey()).replace(":value", value(one)) + ";\n")
                        .collect(Collectors.joining())
                + RELOAD.filled() + ";";
    }

    /** A list of libraries is written one by one, else it would be the name of one. */
    private static String value(Map.Entry<String, String> setting) {
        if (!setting.getKey().equals(LIBRARIES) || setting.getValue().isEmpty()) {
            return Quoting.literal(setting.getValue());
        }
        return LibraryList.of(setting.getValue()).literals();
    }

    private static String withExplain(Map<String, InForce> before) {
        String now = before.getOrDefault(LIBRARIES, InForce.UNKNOWN).setting();
        return LibraryList.of(now).with(EXPLAIN).toString();
    }

    private static Set<String> names(LogWish wish) {
        Set<String> names = new LinkedHashSet<>(wish.settings().keySet());
        if (wish.explains()) {
            names.add(LIBRARIES);
        }
        return names;
    }
}
