package dev.watchkeeper.hosts.facts;

import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.hosts.Ran;
import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.hosts.ShellFile;
import dev.watchkeeper.hosts.ShellWords;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Asks a host for everything in one script, and so in one round trip. */
public final class FactsProbe {
    /** Tools that make, check and read backups. */
    public static final List<String> TOOLS = List.of(
            "pg_dump",
            "pg_restore",
            "pg_basebackup",
            "pg_verifybackup",
            "pgbackrest",
            "barman",
            "redis-check-rdb",
            "aws",
            "rclone");

    private static final ShellFile FILE = ShellFile.beside(FactsProbe.class, "facts.sh");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Host host;
    private final Clock clock;

    public FactsProbe(Host host, Clock clock) {
        this.host = host;
        this.clock = clock;
    }

    /**
     * What is wanted beside the host's own state.
     *
     * @param folders whose disks are looked at
     * @param settings that name more of them
     * @param tools whose versions are asked for, which takes a moment: each is started
     * @param server a process of the server whose processes are wanted: a PostgreSQL backend, or a Redis
     */
    public record Wanted(List<String> folders, List<Setting> settings, List<String> tools, OptionalInt server) {
        public Wanted {
            folders = List.copyOf(folders);
            settings = List.copyOf(settings);
            tools = List.copyOf(tools);
        }
    }

    /**
     * A folder that a configuration file of the host names, as {@code key = folder}.
     *
     * @param key a basic regular expression
     * @param usual the folder if no such line is there, or no such file
     * @param files of these the first that is there; one with a line break or a tab in its path is not found
     */
    public record Setting(String key, String usual, List<String> files) {
        public Setting {
            files = List.copyOf(files);
        }
    }

    /** @throws FaultException as {@link Host#run}; UNSUPPORTED if the host does not answer like one */
    public HostFacts read(Wanted wanted) throws FaultException {
        SequencedMap<String, String> variables = new LinkedHashMap<>();
        variables.put("tools", String.join(" ", wanted.tools()));
        variables.put(
                "settings",
                wanted.settings().stream()
                        .map(one -> one.key() + "\t" + one.usual() + "\t" + String.join("\t", one.files()))
                        .collect(Collectors.joining("\n")));
        variables.put(
                "server",
                wanted.server().isPresent() ? Integer.toString(wanted.server().getAsInt()) : "none");
        String text = "set -- " + ShellWords.join(wanted.folders()) + "\n" + FILE.with(variables);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        AtomicReference<Instant> answered = new AtomicReference<>();
        Instant asked = clock.instant();
        Ran ran = host.stream(new Script(text, PATIENCE), chunk -> {
            answered.compareAndSet(null, clock.instant());
            said.writeBytes(chunk);
        });
        Instant first = answered.get();
        if (!ran.isFine() || first == null) {
            throw new FaultException(
                    FaultKind.UNSUPPORTED, host.name() + " does not tell about itself: " + ran.error(), "");
        }
        return new FactsText(said.toString(StandardCharsets.UTF_8), wanted.folders())
                .facts(asked, Duration.between(asked, first));
    }
}
