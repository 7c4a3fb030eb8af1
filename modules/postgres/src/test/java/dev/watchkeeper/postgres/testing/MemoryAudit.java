package dev.watchkeeper.postgres.testing;

import dev.watchkeeper.kernel.action.ActionDesk;
import dev.watchkeeper.kernel.action.AuditEntry;
import dev.watchkeeper.kernel.action.AuditTrail;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** An audit trail that a test can look into. */
public final class MemoryAudit implements AuditTrail {
    private final List<AuditEntry> entries = new ArrayList<>();

    /** A desk that writes to it. */
    public ActionDesk desk() {
        return new ActionDesk(this, Clock.systemUTC(), "tester");
    }

    @Override
    public void ensureWritable() {}

    @Override
    public void append(AuditEntry entry) {
        entries.addFirst(entry);
    }

    @Override
    public List<AuditEntry> newest(int limit) {
        return entries.stream().limit(limit).toList();
    }
}
