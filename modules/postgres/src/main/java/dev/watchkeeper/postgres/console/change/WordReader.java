package dev.watchkeeper.postgres.console.change;

import dev.watchkeeper.kernel.sql.SqlToken.Kind;
import dev.watchkeeper.kernel.sql.SqlWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Goes through a statement's words. For one thread. */
final class WordReader {
    private final String statement;
    private final List<SqlWord> words;
    private int at;

    WordReader(String statement) {
        this.statement = statement;
        this.words = SqlWord.of(statement);
    }

    private WordReader(String statement, List<SqlWord> words) {
        this.statement = statement;
        this.words = words;
    }

    /** The word there; empty behind the end. */
    String peek() {
        return peek(0);
    }

    String peek(int ahead) {
        return at + ahead < words.size() ? words.get(at + ahead).text() : "";
    }

    boolean hasMore() {
        return at < words.size();
    }

    /** Passes these words if they stand here one after the other. */
    boolean accept(String... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (!peek(i).equals(wanted[i])) {
                return false;
            }
        }
        at += wanted.length;
        return true;
    }

    /** Passes whichever of these words stand here. */
    void skip(String... any) {
        Set<String> unwanted = Set.of(any);
        while (unwanted.contains(peek())) {
            at++;
        }
    }

    void next() {
        at++;
    }

    /** Passes a list of options in parentheses, if one stands here; whether it holds the word, and not switched off. */
    boolean options(String wanted) {
        boolean found = false;
        if (peek().equals("(")) {
            int depth = words.get(at).depth();
            at++;
            while (hasMore() && words.get(at).depth() > depth) {
                boolean off = Set.of("OFF", "FALSE", "0").contains(peek(1));
                found |= peek().equals(wanted) && !off;
                at++;
            }
            at++;
        }
        return found;
    }

    /** Reads a name with its schema, as it was written; empty if none stands here. */
    String name() {
        if (!isName()) {
            return "";
        }
        int start = words.get(at).token().start();
        at++;
        while (peek().equals(".") && at + 1 < words.size()) {
            at += 2;
        }
        String name = statement.substring(start, words.get(at - 1).token().end());
        skip("*");
        return name;
    }

    /** Names with commas between. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        do {
            skip("ONLY");
            String name = name();
            if (!name.isEmpty()) {
                names.add(name);
            }
            options("");
        } while (accept(","));
        return names;
    }

    /** Whether the word stands anywhere from here on outside of parentheses. */
    boolean hasAhead(String... wanted) {
        for (int i = at; i + wanted.length <= words.size(); i++) {
            if (words.get(i).depth() == 0 && standsAt(i, wanted)) {
                return true;
            }
        }
        return false;
    }

    /** Goes on behind these words, wherever they stand outside of parentheses; whether they did. */
    boolean find(String... wanted) {
        for (int i = at; i + wanted.length <= words.size(); i++) {
            if (standsAt(i, wanted)) {
                at = i + wanted.length;
                return true;
            }
        }
        return false;
    }

    /** What is left, cut at commas outside of parentheses. */
    List<WordReader> parts() {
        List<WordReader> parts = new ArrayList<>();
        int from = at;
        for (int i = at; i <= words.size(); i++) {
            if (i == words.size() || (words.get(i).depth() == 0 && words.get(i).is(","))) {
                parts.add(new WordReader(statement, words.subList(from, i)));
                from = i + 1;
            }
        }
        return parts;
    }

    private boolean standsAt(int place, String... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (!words.get(place + i).is(wanted[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean isName() {
        if (!hasMore()) {
            return false;
        }
        Kind kind = words.get(at).token().kind();
        return kind == Kind.NAME || kind == Kind.FUNCTION || kind == Kind.KEYWORD;
    }
}
