package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.CatalogReader;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.poll.Snapshot;
import java.util.function.Consumer;

/** Reads the catalog, and tells when it begins and when it is done. */
final class CatalogProbe implements Probe<Catalog> {
    private static final ServerVersion NONE = new ServerVersion(0, "");

    private final CatalogReader reader;
    private final Consumer<Boolean> reading;

    /** @param reading told true and false, on the poller's thread */
    CatalogProbe(CatalogReader reader, Consumer<Boolean> reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @Override
    public String name() {
        return "backups";
    }

    @Override
    public Snapshot<Catalog> read() throws FaultException {
        long begin = System.nanoTime();
        reading.accept(true);
        try {
            Catalog catalog = reader.read();
            return new Snapshot<>(catalog, catalog.takenAt(), NONE, new Cost((System.nanoTime() - begin) / 1e6, 0));
        } finally {
            reading.accept(false);
        }
    }
}
