package dev.watchkeeper.history.postgres;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.lab.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;

/** Into a server of the lab. */
public record LabEntrance(PostgresServer lab, String role) implements Entrance {
    /** Of an empty store. */
    public static LabEntrance empty(PostgresServer lab) throws SQLException {
        lab.execute("drop schema if exists watchkeeper cascade");
        return new LabEntrance(lab, lab.user());
    }

    @Override
    public Connection open() throws FaultException {
        try {
            return lab.connect(role, "watchkeeper");
        } catch (SQLException e) {
            throw new FaultException(FaultKind.UNREACHABLE, String.valueOf(e.getMessage()), "");
        }
    }

    @Override
    public String place() {
        return "jdbc:postgresql://" + lab.host() + ":" + lab.port() + "/" + lab.database();
    }
}
