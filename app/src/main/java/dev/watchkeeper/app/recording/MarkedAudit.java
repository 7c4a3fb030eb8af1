package dev.watchkeeper.app.recording;

import dev.watchkeeper.history.Batch;
import dev.watchkeeper.history.HistoryEvent;
import dev.watchkeeper.kernel.action.AuditEntry;
import dev.watchkeeper.kernel.action.AuditTrail;
import dev.watchkeeper.kernel.fault.FaultException;
import java.util.List;
import java.util.function.Consumer;

/** The audit log, which also puts a mark on the axis of time for what was done to a server. */
public final class MarkedAudit implements AuditTrail {
    /** Events stand in one line beside a curve. */
    private static final int LONGEST = 160;

    private final AuditTrail audit;
    private final Consumer<Batch> history;

    public MarkedAudit(AuditTrail audit, Consumer<Batch> history) {
        this.audit = audit;
        this.history = history;
    }

    @Override
    public void ensureWritable() throws FaultException {
        audit.ensureWritable();
    }

    @Override
    public void append(AuditEntry entry) throws FaultException {
        audit.append(entry);
        if (entry.result().equals("done")) {
            history.accept(Batch.of(entry.target()).withEvents(List.of(event(entry))));
        }
    }

    private static HistoryEvent event(AuditEntry entry) {
        String words =
                entry.action() + ": " + entry.outcome().lines().findFirst().orElse("");
        return new HistoryEvent(
                entry.at(),
                HistoryEvent.Kind.ACTION,
                words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…");
    }

    @Override
    public List<AuditEntry> newest(int limit) throws FaultException {
        return audit.newest(limit);
    }
}
