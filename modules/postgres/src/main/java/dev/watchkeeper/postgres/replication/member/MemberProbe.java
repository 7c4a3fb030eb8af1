package dev.watchkeeper.postgres.replication.member;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks one server all that bears on replication, with two statements, and a third where there are subscriptions. repmgr's
 * table is read in place of those now and then, so that it never takes a fourth.
 */
public final class MemberProbe implements Probe<MemberReading> {
    private static final SqlFile MEMBER = SqlFile.of(MemberProbe.class, "member");
    private static final Duration REPMGR_EVERY = Duration.ofMinutes(1);

    /** What it asks, for people to read. */
    public static final List<SqlFile> STATEMENTS =
            List.of(MEMBER, Streams.STREAMS, Subscriptions.SUBSCRIPTIONS, RepmgrNodes.NODES);

    private final PostgresServer server;
    private @Nullable Subscriptions known;
    private List<RepmgrNode> repmgr = List.of();
    private long repmgrReadAt;
    private boolean repmgrRead;

    public MemberProbe(PostgresServer server) {
        this.server = server;
    }

    @Override
    public String name() {
        return "replication";
    }

    @Override
    public Snapshot<MemberReading> read() throws FaultException {
        MemberReading reading = server.probe(this::read);
        return new Snapshot<>(reading, reading.takenAt(), reading.version(), reading.cost());
    }

    private MemberReading read(Connected connected) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(MEMBER);
                ResultSet result = statement.executeQuery()) {
            Rows rows = new Rows(result);
            rows.next();
            return read(connected, rows);
        }
    }

    private MemberReading read(Connected connected, Rows rows) throws SQLException, FaultException {
        MemberRow row = new MemberRow(rows);
        Streams streams = Streams.read(connected);
        Rights rights = row.rights();
        Subscriptions subscriptions = rareThings(connected, row, rights);
        return new MemberReading(
                connected.host(),
                row.takenAt(),
                connected.version(),
                row.identity(),
                row.facts(),
                row.position(),
                row.receiver(),
                row.upstream(),
                row.settings(),
                row.archiver(),
                row.wal(),
                rights,
                streams.senders(),
                streams.slots(),
                subscriptions.all(),
                repmgr,
                row.repmgrDatabase(),
                rows.cost().plus(streams.cost()).plus(subscriptions.cost()));
    }

    /** One statement at most. */
    private Subscriptions rareThings(Connected connected, MemberRow row, Rights rights)
            throws SQLException, FaultException {
        Subscriptions before = known;
        boolean subscribes = row.subscribes();
        if (row.repmgr() && repmgrIsDue() && !(subscribes && before == null)) {
            repmgr = RepmgrNodes.read(connected);
            repmgrRead = true;
            repmgrReadAt = System.nanoTime();
            return !subscribes || before == null ? Subscriptions.NONE : new Subscriptions(before.all(), Cost.NONE);
        }
        Subscriptions now =
                subscribes ? Subscriptions.read(connected, rights.readsSubscriptions()) : Subscriptions.NONE;
        known = now;
        return now;
    }

    private boolean repmgrIsDue() {
        return !repmgrRead || System.nanoTime() - repmgrReadAt > REPMGR_EVERY.toNanos();
    }
}
