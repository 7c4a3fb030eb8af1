package dev.watchkeeper.workspace.audit;

import dev.watchkeeper.kernel.action.AuditEntry;
import dev.watchkeeper.kernel.action.AuditTrail;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.workspace.lines.LinesFile;
import java.nio.file.Path;
import java.util.List;

/** The audit log as JSON lines, one object an entry; see {@link LinesFile}. Thread-safe. */
public final class JsonLinesAudit implements AuditTrail {
    private final LinesFile file;

    /**
     * @param file made, with its folder, at the first entry
     */
    public JsonLinesAudit(Path file) {
        this.file = new LinesFile(file, "the audit log");
    }

    @Override
    public void ensureWritable() throws FaultException {
        file.append(new byte[0]);
    }

    @Override
    public void append(AuditEntry entry) throws FaultException {
        file.append(AuditLine.write(entry));
    }

    @Override
    public List<AuditEntry> newest(int limit) throws FaultException {
        return file.newest(limit, AuditLine::read);
    }
}
