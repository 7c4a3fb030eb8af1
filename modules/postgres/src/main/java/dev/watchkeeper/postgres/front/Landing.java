package dev.watchkeeper.postgres.front;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.replication.member.ServerIdentity;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection through an entry landed when it was tried.
 *
 * @param server which one it was; null if it led nowhere
 * @param standby whether that is in recovery
 * @param readOnly whether a transaction there may not write, by the server's own setting
 * @param trouble why it led nowhere
 */
public record Landing(
        Entry entry, @Nullable ServerIdentity server, boolean standby, boolean readOnly, Optional<Fault> trouble) {
    static final SqlFile LANDING = SqlFile.of(Landing.class, "landing");

    static Landing nowhere(Entry entry, Fault trouble) {
        return new Landing(entry, null, false, false, Optional.of(trouble));
    }

    static Landing read(Entry entry, Connected connected) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(LANDING);
                ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            rows.next();
            Instant started = Objects.requireNonNullElse(rows.instantOrNull("started_at"), Instant.EPOCH);
            ServerIdentity server = new ServerIdentity(rows.text("system_identifier"), started, rows.integer("port"));
            return new Landing(entry, server, rows.flag("standby"), rows.flag("read_only"), Optional.empty());
        }
    }
}
