package dev.watchkeeper.app.controls.sql;

import dev.watchkeeper.kernel.sql.SqlToken;
import java.util.List;

/** Finds the bracket that belongs to the one at the caret; those in strings and comments don't count. */
final class Brackets {
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    /** Partners that are further away help nobody. */
    private static final int FAR = 100_000;

    private Brackets() {}

    /** Both of a pair, or one alone that has no partner; empty if no bracket stands at the caret. */
    static List<Stretch> at(Language.Reading reading, int caret) {
        for (int position : new int[] {caret - 1, caret}) {
            if (isBracket(reading, position)) {
                int partner = partner(reading, position);
                Stretch here = new Stretch(position, position + 1);
                return partner < 0 ? List.of(here) : List.of(here, new Stretch(partner, partner + 1));
            }
        }
        return List.of();
    }

    private static boolean isBracket(Language.Reading reading, int position) {
        if (position < 0 || position >= reading.text().length()) {
            return false;
        }
        char c = reading.text().charAt(position);
        return (OPENING.indexOf(c) >= 0 || CLOSING.indexOf(c) >= 0)
                && reading.tokens()
                                .get(TokenIndex.at(reading.tokens(), position))
                                .kind()
                        == SqlToken.Kind.SYMBOL;
    }

    private static int partner(Language.Reading reading, int position) {
        String text = reading.text();
        boolean forward = OPENING.indexOf(text.charAt(position)) >= 0;
        List<SqlToken> tokens = reading.tokens();
        int depth = 0;
        int step = forward ? 1 : -1;
        int token = TokenIndex.at(tokens, position);
        for (int seen = 0; token >= 0 && token < tokens.size() && seen < FAR; token += step, seen++) {
            SqlToken one = tokens.get(token);
            if (one.kind() != SqlToken.Kind.SYMBOL) {
                continue;
            }
            int first = forward ? Math.max(one.start(), position) : Math.min(one.end() - 1, position);
            for (int at = first; at >= one.start() && at < one.end(); at += step) {
                depth += weight(text.charAt(at)) * step;
                if (depth == 0) {
                    return at;
                }
            }
        }
        return -1;
    }

    private static int weight(char c) {
        return OPENING.indexOf(c) >= 0 ? 1 : CLOSING.indexOf(c) >= 0 ? -1 : 0;
    }
}
