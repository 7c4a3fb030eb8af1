package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.kernel.sql.Deed;
import dev.watchkeeper.kernel.sql.SqlStatement;
import dev.watchkeeper.postgres.console.Request;

/** Asks for a statement's plan without running it. */
final class Explaining {
    private static final String EXPLAIN = "EXPLAIN (VERBOSE, SETTINGS) ";

    private Explaining() {}

    /** A statement that asks for a plan itself stays as it is, unless it would run what it explains. */
    static Request of(Request request) {
        String text = request.statement().text();
        Deed deed = Deed.of(text);
        return deed.verb().equals("EXPLAIN") && !deed.runsIt() ? request : Request.of(explained(text));
    }

    private static String explained(String text) {
        return EXPLAIN + text;
    }

    static boolean isPlan(SqlStatement statement) {
        return statement.text().stripLeading().regionMatches(true, 0, "EXPLAIN", 0, 7);
    }
}
