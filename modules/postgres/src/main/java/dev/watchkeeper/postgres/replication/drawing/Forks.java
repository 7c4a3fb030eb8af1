package dev.watchkeeper.postgres.replication.drawing;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.member.Lsn;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where timelines parted from their parents, as the files {@code pg_wal/N.history} tell. Asked for only when two servers are on
 * different timelines, and then once for each timeline: such a file never changes. For one thread.
 */
final class Forks {
    private static final Logger LOG = System.getLogger(Forks.class.getName());
    static final SqlFile HISTORY = SqlFile.of(Forks.class, "timeline_history");

    private final Map<String, Map<Integer, Long>> known = new HashMap<>();

    /**
     * Where the WAL of {@code old} ends in the history of the member's own timeline; empty if it is not an ancestor, or the role
     * may not read that file.
     */
    Optional<Long> end(Sighting member, int old) {
        int timeline = Cast.timeline(member);
        if (member.reading() == null || timeline <= old) {
            return Optional.empty();
        }
        String key = member.reading().identity().system() + " " + timeline;
        return Optional.ofNullable(known.computeIfAbsent(key, one -> ask(member.server(), timeline))
                .get(old));
    }

    /** What can't be read now is not asked for again: the picture says that it is not known. */
    private static Map<Integer, Long> ask(PostgresServer server, int timeline) {
        try {
            return server.probe(connected -> read(connected, timeline));
        } catch (FaultException e) {
            LOG.log(
                    Level.DEBUG,
                    "the history of timeline {0} can''t be read: {1}",
                    timeline,
                    e.fault().message());
            return Map.of();
        }
    }

    private static Map<Integer, Long> read(Connected connected, int timeline) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(HISTORY)) {
            statement.setString(1, String.format(Locale.ROOT, "%08X", timeline));
            try (ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                return rows.next() ? parse(rows.text("history")) : Map.of();
            }
        }
    }

    /** Lines of timeline, where it was left, and why (documentation: continuous archiving, timelines). */
    static Map<Integer, Long> parse(String text) {
        Map<Integer, Long> ends = new TreeMap<>();
        for (String line : text.lines().toList()) {
            String[] fields = line.strip().split("\\s+", 3);
            if (fields.length >= 2 && fields[0].matches("\\d{1,9}") && fields[1].contains("/")) {
                ends.put(Integer.valueOf(fields[0]), Lsn.parse(fields[1]));
            }
        }
        return ends;
    }
}
