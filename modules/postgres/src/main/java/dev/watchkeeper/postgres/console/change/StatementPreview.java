package dev.watchkeeper.postgres.console.change;

import dev.watchkeeper.kernel.sql.Deed;
import dev.watchkeeper.kernel.sql.SqlStatement;
import java.util.List;
import java.util.OptionalLong;

/**
 * What one statement will do.
 *
 * @param rows that it touched in a trial; empty if it was not tried
 * @param says what there is to know, in clauses, the most important first
 */
public record StatementPreview(
        SqlStatement statement, Deed deed, OptionalLong rows, List<Impact> locks, List<String> says) {
    public StatementPreview {
        locks = List.copyOf(locks);
        says = List.copyOf(says);
    }

    /** Whether somebody has to type the server's name for it on production. */
    public boolean isDangerous() {
        return deed.destroys();
    }

    /** {@code DELETE: every row of public.orders, 1,204 rows …}. */
    public String words() {
        return deed.verb() + ": " + String.join("; ", says);
    }
}
