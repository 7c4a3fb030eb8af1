package dev.watchkeeper.kernel.sql;

import java.util.ArrayDeque;
import java.util.Deque;

/** Tells the colon of an array's slice, {@code days[1:n]}, from that of a parameter, as in {@code ARRAY[:a, :b]}. */
final class SliceRule {
    private final String statement;
    /** Of each open bracket, whether it picks from an array. */
    private final Deque<Boolean> open = new ArrayDeque<>();

    private String last = "";

    SliceRule(String statement) {
        this.statement = statement;
    }

    void pass(SqlToken token) {
        if (token.kind() == SqlToken.Kind.SPACE || token.kind() == SqlToken.Kind.COMMENT) {
            return;
        }
        String text = statement.substring(token.start(), token.end());
        if (text.equals("[")) {
            boolean constructs = last.equalsIgnoreCase("ARRAY")
                    || ((last.equals("[") || last.equals(",")) && Boolean.FALSE.equals(open.peek()));
            open.push(!constructs);
        } else if (text.equals("]")) {
            open.poll();
        }
        last = text;
    }

    boolean within() {
        return Boolean.TRUE.equals(open.peek());
    }
}
