package dev.watchkeeper.backup;

import dev.watchkeeper.kernel.fault.FaultException;

/** Reads what backups there are of one server. Blocks. */
@FunctionalInterface
public interface CatalogReader {
    /**
     * Asks every source, all at the same time. A source that can't be read is no reason to fail:
     * {@link Catalog.Asked#trouble}.
     *
     * @throws FaultException if not even one can be asked
     */
    Catalog read() throws FaultException;
}
