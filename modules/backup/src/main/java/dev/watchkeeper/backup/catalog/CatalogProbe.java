package dev.watchkeeper.backup.catalog;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.CatalogReader;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.poll.Snapshot;

/** A catalog as a pane's question. The server itself is not asked, so that it may be down. */
public final class CatalogProbe implements Probe<Catalog> {
    private final CatalogReader reader;

    public CatalogProbe(CatalogReader reader) {
        this.reader = reader;
    }

    @Override
    public String name() {
        return "backups";
    }

    /** Its version is that of the server which was saved last. */
    @Override
    public Snapshot<Catalog> read() throws FaultException {
        Catalog catalog = reader.read();
        return new Snapshot<>(catalog, catalog.takenAt(), version(catalog), Cost.NONE);
    }

    private static ServerVersion version(Catalog catalog) {
        return catalog.backups().stream()
                .map(Backup::serverVersion)
                .flatMap(version -> version.stream())
                .filter(version -> version.matches("\\d.*"))
                .map(ServerVersion::parse)
                .findFirst()
                .orElse(new ServerVersion(0, "of unknown version"));
    }
}
