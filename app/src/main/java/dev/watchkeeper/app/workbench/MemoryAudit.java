package dev.watchkeeper.app.workbench;

import dev.watchkeeper.kernel.action.AuditEntry;
import dev.watchkeeper.kernel.action.AuditTrail;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An audit trail that ends with the process. */
final class MemoryAudit implements AuditTrail {
    private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

    @Override
    public void append(AuditEntry entry) {
        entries.addFirst(entry);
    }

    @Override
    public List<AuditEntry> newest(int limit) {
        return List.copyOf(entries.subList(0, Math.min(limit, entries.size())));
    }
}
