package dev.watchkeeper.postgres.catalog;

import dev.watchkeeper.kernel.sql.SqlLexer;
import dev.watchkeeper.kernel.sql.SqlScript;
import dev.watchkeeper.kernel.sql.SqlStatement;
import dev.watchkeeper.kernel.sql.SqlToken;
import dev.watchkeeper.kernel.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says what may stand at a caret, from the text around it and the catalog. Pure. */
public final class Completion {
    private static final List<Kind> NAMES = List.of(Kind.NAME, Kind.KEYWORD, Kind.FUNCTION);

    private final String text;
    private final int caret;
    private final Catalog catalog;
    /** Before what is being typed, without blanks and comments; the last first. */
    private final List<String> before = new ArrayList<>();

    private SqlStatement statement = SqlStatement.of("");
    private int from;

    private Completion(String text, int caret, Catalog catalog) {
        this.text = text;
        this.caret = caret;
        this.catalog = catalog;
        this.from = caret;
    }

    /** What may stand there. Nothing within strings and comments. */
    public static Completions at(String text, int caret, Catalog catalog) {
        return new Completion(text, caret, catalog).propose();
    }

    private Completions propose() {
        Optional<SqlStatement> around = around();
        if (around.isEmpty()) {
            return result(new Context("", before, List.of(), catalog).proposals());
        }
        statement = around.get();
        if (statement.kind() == SqlStatement.Kind.META_COMMAND) {
            return metaCommand();
        }
        if (!readBefore()) {
            return new Completions(caret, caret, List.of());
        }
        String prefix = Scope.plain(text.substring(from, caret));
        return result(new Context(prefix, before, Scope.of(withoutTheWord(), catalog), catalog).proposals());
    }

    /** What is only half typed names nothing yet. */
    private String withoutTheWord() {
        String all = statement.text();
        int start = Math.min(from - statement.start(), all.length());
        return all.substring(0, start) + " " + all.substring(Math.min(caret - statement.start(), all.length()));
    }

    private Completions result(List<Proposal> proposals) {
        return new Completions(from, caret, proposals);
    }

    /** The statement in which, or right behind which, the caret stands. */
    private Optional<SqlStatement> around() {
        return SqlScript.of(text).statements().stream()
                .filter(one -> one.start() <= caret && (caret <= one.end() || isOpenEnd(one)))
                .reduce((one, later) -> later);
    }

    /** Behind the last statement, as long as no semicolon closed it. */
    private static boolean isOpenEnd(SqlStatement one) {
        return one.after() == one.end();
    }

    private Completions metaCommand() {
        int blank = text.lastIndexOf(' ', caret - 1);
        from = blank < statement.start() ? caret : blank + 1;
        String prefix = text.substring(from, caret).toLowerCase(Locale.ROOT);
        boolean names = blank >= statement.start();
        return names
                ? result(new Context(prefix, List.of("FROM"), List.of(), catalog).proposals())
                : new Completions(caret, caret, List.of());
    }

    /** False if the caret stands in a string, a comment or a number. */
    private boolean readBefore() {
        String upToCaret = text.substring(statement.start(), caret);
        List<SqlToken> tokens = SqlLexer.tokens(upToCaret);
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            boolean last = i == tokens.size() - 1;
            String word = upToCaret.substring(token.start(), token.end());
            if (last && isClosedTo(token, word)) {
                return false;
            }
            if (last && NAMES.contains(token.kind())) {
                from = statement.start() + token.start();
            } else if (token.kind() != Kind.SPACE && token.kind() != Kind.COMMENT) {
                before.addFirst(word.startsWith("\"") ? word : word.toUpperCase(Locale.ROOT));
            }
        }
        return true;
    }

    private static boolean isClosedTo(SqlToken last, String word) {
        return switch (last.kind()) {
            case STRING -> word.length() < 2 || !word.endsWith(String.valueOf(word.charAt(0)));
            case COMMENT -> !word.endsWith("*/");
            case NUMBER, PARAMETER -> true;
            default -> false;
        };
    }
}
