package dev.watchkeeper.postgres.replication.member;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads repmgr's table of nodes. */
final class RepmgrNodes {
    static final SqlFile NODES = SqlFile.of(RepmgrNodes.class, "repmgr_nodes");

    private RepmgrNodes() {}

    static List<RepmgrNode> read(Connected connected) throws SQLException, FaultException {
        List<RepmgrNode> nodes = new ArrayList<>();
        try (PreparedStatement statement = connected.prepare(NODES);
                ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            while (rows.next()) {
                nodes.add(new RepmgrNode(
                        rows.integer("node_id"),
                        rows.numberOrNull("upstream_node_id"),
                        rows.text("node_name"),
                        rows.text("type"),
                        rows.flag("active"),
                        rows.integer("priority"),
                        rows.text("location"),
                        Upstream.of(rows.textOrNull("conninfo"))));
            }
        }
        return List.copyOf(nodes);
    }
}
