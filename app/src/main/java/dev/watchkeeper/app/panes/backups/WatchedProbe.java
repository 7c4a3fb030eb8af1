package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.CatalogReader;
import dev.watchkeeper.backup.catalog.CatalogProbe;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import java.util.function.Consumer;

/** Reads the catalog, tells when it begins and when it is done, and how long it took. */
final class WatchedProbe implements Probe<Catalog> {
    private final CatalogProbe probe;
    private final Consumer<Boolean> reading;

    /** @param reading told true and false, on the poller's thread */
    WatchedProbe(CatalogReader reader, Consumer<Boolean> reading) {
        this.probe = new CatalogProbe(reader);
        this.reading = reading;
    }

    @Override
    public String name() {
        return probe.name();
    }

    @Override
    public Snapshot<Catalog> read() throws FaultException {
        long begin = System.nanoTime();
        reading.accept(true);
        try {
            Snapshot<Catalog> snapshot = probe.read();
            Cost cost = new Cost((System.nanoTime() - begin) / 1e6, 0);
            return new Snapshot<>(snapshot.value(), snapshot.takenAt(), snapshot.version(), cost);
        } finally {
            reading.accept(false);
        }
    }
}
