package dev.watchkeeper.kernel.action;

import dev.watchkeeper.kernel.fault.FaultException;
import java.util.List;

/** What was done, by whom, and what became of it. Only ever appended to. */
public interface AuditTrail {
    /**
     * Makes sure that an entry could be written now: what can't be audited is not done.
     *
     * @throws FaultException if it can't
     */
    void ensureWritable() throws FaultException;

    /**
     * Writes one entry and makes sure that it is on the disk.
     *
     * @throws FaultException if it can't be written
     */
    void append(AuditEntry entry) throws FaultException;

    /** The newest entries, newest first, at most {@code limit}. */
    List<AuditEntry> newest(int limit) throws FaultException;
}
