package dev.watchkeeper.kernel.sql;

import java.util.List;
import java.util.Optional;

/**
 * A text cut into its statements. Empty statements are left out.
 *
 * @param text all of it
 * @param statements in their order
 */
public record SqlScript(String text, List<SqlStatement> statements) {
    public SqlScript {
        statements = List.copyOf(statements);
    }

    /** Cuts the text for a server with standard strings, as servers are unless somebody changed it. */
    public static SqlScript of(String text) {
        return of(text, true);
    }

    /**
     * Cuts the text.
     *
     * @param standardStrings what {@code standard_conforming_strings} says in the session
     */
    public static SqlScript of(String text, boolean standardStrings) {
        return new SqlScript(text, new SqlSplitter(text, standardStrings).statements());
    }

    /**
     * The statement in which the caret stands; between two the one that ends on the caret's line, else the next one, else
     * the last. Empty if there is none at all.
     */
    public Optional<SqlStatement> at(int caret) {
        Optional<SqlStatement> before = Optional.empty();
        for (SqlStatement statement : statements) {
            if (caret < statement.start()) {
                return before.filter(one -> sameLine(one.after(), caret)).or(() -> Optional.of(statement));
            }
            before = Optional.of(statement);
            if (caret <= statement.after()) {
                break;
            }
        }
        return before;
    }

    /**
     * What was selected, cut by itself, at its places in the whole script: half a statement that somebody marked is run
     * as it was marked.
     */
    public List<SqlStatement> selected(int from, int to) {
        int lines = (int) text.substring(0, from).chars().filter(c -> c == '\n').count();
        return of(text.substring(from, to)).statements().stream()
                .map(one -> new SqlStatement(
                        one.kind(),
                        one.text(),
                        one.start() + from,
                        one.end() + from,
                        one.after() + from,
                        one.line() + lines))
                .toList();
    }

    private boolean sameLine(int from, int to) {
        return text.substring(from, to).indexOf('\n') < 0;
    }
}
