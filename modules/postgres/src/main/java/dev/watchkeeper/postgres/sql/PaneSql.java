package dev.watchkeeper.postgres.sql;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.postgres.locks.LocksProbe;
import dev.watchkeeper.postgres.replication.PostgresCluster;
import dev.watchkeeper.postgres.serverlog.ServerLogProbe;
import dev.watchkeeper.postgres.sessions.SessionsProbe;
import dev.watchkeeper.postgres.statements.StatementsProbe;
import java.util.List;
import java.util.StringJoiner;

/** The SQL that a pane runs, to be read by people. */
public final class PaneSql {
    private PaneSql() {}

    /**
     * All of the pane's statements for this server, with semicolons.
     *
     * @throws FaultException BAD_INPUT if no pane of that name runs SQL; UNSUPPORTED for a server that is too old
     */
    public static String of(String pane, ServerVersion version) throws FaultException {
        StringJoiner text = new StringJoiner(";\n\n", "", ";\n");
        for (SqlFile file : files(pane)) {
            text.add(file.text(version));
        }
        return text.toString();
    }

    private static List<SqlFile> files(String pane) throws FaultException {
        return switch (pane) {
            case "sessions" -> SessionsProbe.STATEMENTS;
            case "locks" -> LocksProbe.STATEMENTS;
            case "replication" -> PostgresCluster.STATEMENTS;
            case "log" -> ServerLogProbe.STATEMENTS;
            case "statements" -> StatementsProbe.STATEMENTS;
            default ->
                throw new FaultException(
                        FaultKind.BAD_INPUT,
                        "no pane called " + pane + " runs SQL",
                        "There are sessions, locks, replication, statements and log");
        };
    }
}
