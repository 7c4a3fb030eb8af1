package dev.watchkeeper.kernel.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Knows whether a semicolon ends the statement that was read so far: not within the body of a function or procedure
 * between {@code BEGIN ATOMIC} and its {@code END} (PostgreSQL 14), and not within the parentheses of {@code CREATE RULE}.
 */
final class StatementBody {
    /** CREATE OR REPLACE FUNCTION. */
    private static final int HEAD = 4;

    private final List<String> head = new ArrayList<>();
    private String last = "";
    private boolean copyFrom;
    private boolean copyData;
    private int depth;
    private int parentheses;

    /** @param word in capitals */
    void word(String word) {
        if (head.size() < HEAD) {
            head.add(word);
        }
        if (isRoutine()) {
            block(word);
        }
        if (head.getFirst().equals("COPY") && parentheses == 0) {
            copyData |= copyFrom && word.equals("STDIN");
            copyFrom = word.equals("FROM");
        }
        last = word;
    }

    void symbol(char symbol) {
        if (symbol == '(') {
            parentheses++;
        } else if (symbol == ')') {
            parentheses = Math.max(0, parentheses - 1);
        }
    }

    boolean mayEnd() {
        return depth == 0 && (parentheses == 0 || !isRule());
    }

    /** Whether it is a COPY that is followed by its data. */
    boolean readsData() {
        return copyData;
    }

    private void block(String word) {
        if (depth == 0) {
            depth = word.equals("ATOMIC") && last.equals("BEGIN") ? 1 : 0;
        } else if (word.equals("CASE")) {
            depth++;
        } else if (word.equals("END")) {
            depth--;
        }
    }

    private boolean isRoutine() {
        return creates("FUNCTION") || creates("PROCEDURE");
    }

    private boolean isRule() {
        return creates("RULE");
    }

    private boolean creates(String what) {
        if (head.size() < 2 || !head.getFirst().equals("CREATE")) {
            return false;
        }
        boolean replaces =
                head.size() == HEAD && head.get(1).equals("OR") && head.get(2).equals("REPLACE");
        return head.get(replaces ? 3 : 1).equals(what);
    }
}
