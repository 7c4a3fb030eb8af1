package dev.watchkeeper.backup.site;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.catalog.SourcesReader;
import dev.watchkeeper.backup.policy.Policy;
import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.hosts.LocalHost;
import dev.watchkeeper.hosts.Ran;
import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.BackupSource;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Reads catalogs of this machine, and counts the round trips. */
public final class Reading {
    private final AtomicInteger trips = new AtomicInteger();

    /** What there is. */
    public Catalog of(BackupSource... sources) throws FaultException {
        return of(Map.of(), sources);
    }

    /** The same with these variables on the host. */
    public Catalog of(Map<String, String> environment, BackupSource... sources) throws FaultException {
        Map<String, String> all = new HashMap<>(Map.of("XDG_STATE_HOME", "/nowhere"));
        all.putAll(environment);
        Host host = new Counted(new LocalHost(all), trips);
        return new SourcesReader(List.of(sources), name -> host, Policy.runbooks(), Clock.systemUTC(), ZoneOffset.UTC)
                .read();
    }

    public int trips() {
        return trips.get();
    }

    /** The one of that id. */
    public static Backup backup(Catalog catalog, String id) {
        return catalog.backups().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id + " in "
                        + catalog.backups().stream().map(Backup::id).toList() + catalog.sources()));
    }

    private record Counted(Host host, AtomicInteger trips) implements Host {
        @Override
        public String name() {
            return host.name();
        }

        @Override
        public Ran run(Script script) throws FaultException {
            trips.incrementAndGet();
            return host.run(script);
        }

        @Override
        public Ran stream(Script script, Consumer<byte[]> output) throws FaultException {
            trips.incrementAndGet();
            return host.stream(script, output);
        }

        @Override
        public void close() {
            host.close();
        }
    }
}
