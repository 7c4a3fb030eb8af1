package dev.watchkeeper.history.postgres;

import dev.watchkeeper.history.frame.Grain;
import dev.watchkeeper.history.jdbc.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table's partitions: each a stretch of time, called after its beginning in hours since 1970. For one transaction.
 */
final class Partitions {
    private static final Pattern NAME = Pattern.compile(".*_p([0-9]{1,9})");
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final Session session;
    private final KnownPartitions known;
    private final Set<String> found = new HashSet<>();

    Partitions(Session session, KnownPartitions known) {
        this.session = session;
        this.known = known;
    }

    /** How long one is: seldom made, and soon dropped whole. */
    static long length(Grain grain) {
        return switch (grain) {
            case FINE -> Duration.ofHours(3).toMillis();
            case MINUTE -> Duration.ofDays(1).toMillis();
            case HOUR -> Duration.ofDays(30).toMillis();
        };
    }

    /** The end of the one in which a moment lies. */
    static long end(Grain grain, long moment) {
        return (Math.floorDiv(moment, length(grain)) + 1) * length(grain);
    }

    static String table(String kind, Grain grain) {
        return kind + "_" + grain.name().toLowerCase(Locale.ROOT);
    }

    /** Makes the one in which a moment lies, if it is not there. */
    void need(String kind, Grain grain, long moment) throws SQLException {
        long from = Math.floorDiv(moment, length(grain)) * length(grain);
        String table = table(kind, grain);
        String name = table + "_p" + from / HOUR;
        if (known.contains(name) || !found.add(name)) {
            return;
        }
        session.all("partition_turn", row -> row);
        run("add_partition", name, table, from, from + length(grain));
    }

    /** Those that end before this moment; how many rows they had. */
    long drop(String kind, Grain grain, long before) throws SQLException {
        long gone = 0;
        String table = table(kind, grain);
        List<String> names = session.all("list_partitions", row -> row.getString(1), table);
        for (String name : names) {
            Matcher number = NAME.matcher(name);
            if (number.matches() && Long.parseLong(number.group(1)) * HOUR + length(grain) <= before) {
                gone += count(name);
                run("drop_partition", name, table, 0, 0);
                known.forget(name);
            }
        }
        return gone;
    }

    private long count(String name) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery(text("count_partition", name, "", 0, 0))) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private void run(String what, String name, String table, long from, long to) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.execute(text(what, name, table, from, to));
        }
    }

    /** No value can be a parameter here; each is made of a known name and a number. */
    private String text(String what, String name, String table, long from, long to) {
        return session.book()
                .text(what)
                .replace(":partition", name)
                .replace(":table", table)
                .replace(":from", Timestamps.of(from).toString())
                .replace(":to", Timestamps.of(to).toString());
    }

    void committed() {
        known.learn(new ArrayList<>(found));
    }
}
