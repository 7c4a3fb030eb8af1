package dev.watchkeeper.backup.catalog;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.CatalogReader;
import dev.watchkeeper.backup.WalArchive;
import dev.watchkeeper.backup.policy.Policy;
import dev.watchkeeper.backup.s3.S3Keys;
import dev.watchkeeper.backup.windows.RecoveryWindows;
import dev.watchkeeper.hosts.HostFinder;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.BackupSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads every source of a server at the same time, each within its own limit, in one round trip each. Thread-safe. */
public final class SourcesReader implements CatalogReader {
    private static final Fault NOWHERE = new Fault(
            FaultKind.UNSUPPORTED,
            "it is not said where its backups lie",
            "Write it under the connection in connections.yaml, as in"
                    + " backups: [{engine: pg_dump, host: local, path: /var/backups/shop}]; the other engines are"
                    + " pgbackrest (stanza, config), barman (server, config), pg_basebackup (path, wal) and redis (path)");

    private final List<BackupSource> sources;
    private final Policy policy;
    private final Clock clock;
    private final ZoneId zone;
    private final AskedSource asked;

    /** One that reads buckets only through hosts, of which the workstation is one. */
    public SourcesReader(List<BackupSource> sources, HostFinder hosts, Policy policy, Clock clock, ZoneId zone) {
        this(sources, hosts, policy, clock, zone, S3Keys.none());
    }

    /**
     * @param zone of the workstation, in which days are counted
     * @param keys with which the workstation reads buckets by itself, where they are there
     */
    public SourcesReader(
            List<BackupSource> sources, HostFinder hosts, Policy policy, Clock clock, ZoneId zone, S3Keys keys) {
        this.sources = List.copyOf(sources);
        this.policy = policy;
        this.clock = clock;
        this.zone = zone;
        this.asked = new AskedSource(hosts, clock, keys);
    }

    @Override
    public Catalog read() throws FaultException {
        if (sources.isEmpty()) {
            throw new FaultException(NOWHERE);
        }
        List<SourceAnswer> answers = ask();
        List<Backup> backups = new ArrayList<>();
        List<WalArchive> archives = new ArrayList<>();
        answers.forEach(answer -> {
            backups.addAll(answer.backups());
            archives.addAll(answer.archives());
        });
        backups.sort(Comparator.comparing((Backup backup) ->
                        backup.startedAt().or(backup::stoppedAt).orElse(Instant.MIN))
                .reversed());
        Instant now = clock.instant();
        Catalog read = new Catalog(
                now,
                backups,
                archives,
                RecoveryWindows.of(backups, archives),
                List.of(),
                answers.stream().map(SourceAnswer::asked).toList());
        return new Catalog(now, backups, archives, read.windows(), policy.judge(read, sources, zone), read.sources());
    }

    private List<SourceAnswer> ask() throws FaultException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SourceAnswer>> all = sources.stream()
                    .map(source -> threads.submit(() -> asked.ask(source)))
                    .toList();
            List<SourceAnswer> answers = new ArrayList<>();
            try {
                for (Future<SourceAnswer> one : all) {
                    answers.add(one.get());
                }
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new FaultException(FaultKind.TIMEOUT, "reading the backups was ended from outside", "");
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
            return answers;
        }
    }
}
