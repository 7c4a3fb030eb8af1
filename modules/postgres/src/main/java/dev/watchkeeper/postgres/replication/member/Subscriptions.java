package dev.watchkeeper.postgres.replication.member;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.workload.OwnStatements;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The subscriptions of a server. */
record Subscriptions(List<SubscriptionReading> all, Cost cost) {
    static final SqlFile SUBSCRIPTIONS = SqlFile.of(Subscriptions.class, "subscriptions");
    static final Subscriptions NONE = new Subscriptions(List.of(), Cost.NONE);

    /** @param withPublishers whether the role may see connection strings; a statement that names them is refused else */
    static Subscriptions read(Connected connected, boolean withPublishers) throws SQLException, FaultException {
        String sql = SUBSCRIPTIONS
                .text(connected.version())
                .replace(":conninfo", withPublishers ? "s.subconninfo" : "null::text");
        List<SubscriptionReading> all = new ArrayList<>();
        try (PreparedStatement statement = connected.jdbc().prepareStatement(OwnStatements.marked(sql));
                ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            while (rows.next()) {
                all.add(subscription(rows));
            }
            return new Subscriptions(List.copyOf(all), rows.cost());
        }
    }

    private static SubscriptionReading subscription(Rows rows) throws SQLException {
        return new SubscriptionReading(
                rows.text("subname"),
                rows.text("datname"),
                rows.flag("here"),
                rows.flag("subenabled"),
                rows.text("subslotname"),
                rows.text("publications"),
                Upstream.of(rows.textOrNull("conninfo")),
                worker(rows),
                new SubscriptionReading.Tables(
                        rows.integer("total"), rows.integer("ready"), rows.integer("copying"), rows.text("unready")),
                new SubscriptionReading.Errors(
                        rows.numberOrNull("apply_errors"),
                        rows.numberOrNull("sync_errors"),
                        rows.numberOrNull("conflicts")));
    }

    private static SubscriptionReading.@Nullable Worker worker(Rows rows) throws SQLException {
        Long pid = rows.numberOrNull("worker_pid");
        if (pid == null) {
            return null;
        }
        return new SubscriptionReading.Worker(
                pid.intValue(),
                rows.instantOrNull("worker_start"),
                Lsn.parseOrNull(rows.textOrNull("received_lsn")),
                rows.instantOrNull("last_msg_receipt_time"),
                Lsn.parseOrNull(rows.textOrNull("latest_end_lsn")),
                rows.instantOrNull("latest_end_time"));
    }
}
