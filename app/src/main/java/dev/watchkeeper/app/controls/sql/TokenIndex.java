package dev.watchkeeper.app.controls.sql;

import dev.watchkeeper.kernel.sql.SqlToken;
import java.util.List;

/** Finds tokens by their place. */
final class TokenIndex {
    private TokenIndex() {}

    /** Index of the token in which this character stands; the number of tokens if it is behind all of them. */
    static int at(List<SqlToken> tokens, int position) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).end() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
