package dev.watchkeeper.kernel.action;

import dev.watchkeeper.kernel.fault.FaultException;
import java.util.List;

/** What was done, by whom, and what became of it. Only ever appended to. */
public interface AuditTrail {
    /**
     * Writes one entry and makes sure that it is on the disk.
     *
     * @throws FaultException if it can't be written; then nothing may be done either
     */
    void append(AuditEntry entry) throws FaultException;

    /** The newest entries, newest first, at most {@code limit}. */
    List<AuditEntry> newest(int limit) throws FaultException;
}
