package dev.watchkeeper.app.hosts;

import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.hosts.facts.FactsProbe;
import dev.watchkeeper.hosts.facts.HostFacts;
import dev.watchkeeper.hosts.facts.HostFacts.ServerProcess;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.place.ServerPlace;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Asks a PostgreSQL server where it is, and its host how it is. */
public final class HostProbe implements Probe<HostView> {
    private final PostgresServer server;
    private final Host host;
    private final Clock clock;
    private @Nullable HostFacts before;

    /** @param host on which the server runs */
    public HostProbe(PostgresServer server, Host host, Clock clock) {
        this.server = server;
        this.host = host;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "host";
    }

    @Override
    public Snapshot<HostView> read() throws FaultException {
        ServerPlace place = ServerPlace.of(server);
        SequencedMap<String, String> folders = place.folders();
        backups(server.target(), host.name()).forEach(folder -> folders.put("backups " + folder, folder));
        HostFacts now = new FactsProbe(host, clock)
                .read(new FactsProbe.Wanted(List.copyOf(folders.values()), List.of(), OptionalInt.of(place.backend())));
        HostView view = new HostView(host.name(), now, disks(folders, now), processes(now));
        before = now;
        return new Snapshot<>(view, now.takenAt(), place.version(), place.cost());
    }

    /** Folders with backups that lie on this host. */
    private static List<String> backups(Target target, String host) {
        List<String> folders = new ArrayList<>();
        for (BackupSource source : target.placement().backups()) {
            if (source.host().equals(host)) {
                switch (source) {
                    case BackupSource.Dumps dumps -> folders.add(dumps.path());
                    case BackupSource.BaseBackups base -> folders.add(base.path());
                    case BackupSource.RedisDumps dumps -> folders.add(dumps.path());
                    case BackupSource.PgBackRest tool -> {} // where its repository lies, its configuration says
                    case BackupSource.Barman tool -> {}
                }
            }
        }
        return folders;
    }

    private static List<HostView.DiskUse> disks(Map<String, String> folders, HostFacts now) {
        return folders.entrySet().stream()
                .flatMap(folder -> now.disks().stream()
                        .filter(disk -> disk.folder().equals(folder.getValue()))
                        .limit(1)
                        .map(disk -> new HostView.DiskUse(folder.getKey(), disk)))
                .toList();
    }

    private List<HostView.ProcessUse> processes(HostFacts now) {
        HostFacts last = before;
        Duration uptime = now.load().map(HostFacts.Load::uptime).orElse(Duration.ZERO);
        return now.processes().stream()
                .map(process -> last == null ? sinceItsStart(process, uptime) : since(last, now, process, uptime))
                .sorted(Comparator.comparingDouble(HostView.ProcessUse::cpu).reversed())
                .toList();
    }

    private static HostView.ProcessUse since(HostFacts last, HostFacts now, ServerProcess process, Duration uptime) {
        return last.processes().stream()
                .filter(one -> one.pid() == process.pid() && one.startedAfter().equals(process.startedAfter()))
                .findFirst()
                .map(one -> HostView.ProcessUse.between(one, process, Duration.between(last.takenAt(), now.takenAt())))
                .orElseGet(() -> sinceItsStart(process, uptime));
    }

    private static HostView.ProcessUse sinceItsStart(ServerProcess process, Duration uptime) {
        ServerProcess born = new ServerProcess(
                process.pid(), Duration.ZERO, process.startedAfter(), OptionalLong.of(0), OptionalLong.of(0));
        return HostView.ProcessUse.between(born, process, uptime.minus(process.startedAfter()));
    }
}
