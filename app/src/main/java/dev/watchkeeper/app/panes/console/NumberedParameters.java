package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.kernel.sql.SqlParameters;
import java.util.List;

/** A statement with {@code $1}, {@code $2} … in the place of its named parameters, as the server wants it for a plan. */
final class NumberedParameters {
    private NumberedParameters() {}

    static String of(String statement) {
        SqlParameters parameters = SqlParameters.of(statement);
        List<String> names = parameters.names();
        if (names.stream().allMatch(name -> name.startsWith("$"))) {
            return statement;
        }
        StringBuilder numbered = new StringBuilder();
        int at = 0;
        for (SqlParameters.Use use : parameters.uses()) {
            numbered.append(statement, at, use.start()).append('$').append(names.indexOf(use.name()) + 1);
            at = use.end();
        }
        return numbered.append(statement, at, statement.length()).toString();
    }
}
