package dev.watchkeeper.postgres.console;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.sql.SqlParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement with {@code $1}, {@code $2} for its parameters, as the server takes them, and the way back from a place in
 * that text to a place in what was typed.
 */
final class BoundStatement {
    /**
     * A parameter in both texts.
     *
     * @param sentEnd index behind it in what is sent
     * @param typedEnd index behind it in what was typed
     */
    private record Swap(int sentStart, int sentEnd, int typedStart, int typedEnd) {}

    private final String typed;
    private final String sent;
    private final List<String> names;
    private final List<Swap> swaps = new ArrayList<>();

    BoundStatement(String typed) {
        SqlParameters parameters = SqlParameters.of(typed);
        this.typed = typed;
        this.names = parameters.names();
        this.sent = swap(parameters.uses());
    }

    /** What the server gets. */
    String sent() {
        return sent;
    }

    /**
     * The values in the order of their numbers.
     *
     * @throws FaultException BAD_INPUT if a parameter has none
     */
    List<@Nullable String> values(Map<String, @Nullable String> given) throws FaultException {
        List<@Nullable String> values = new ArrayList<>();
        for (String name : names) {
            if (!given.containsKey(name)) {
                throw new FaultException(
                        FaultKind.BAD_INPUT,
                        "the parameter " + name + " has no value",
                        "Give it one; on the command line with --param '" + name + "=…'");
            }
            values.add(given.get(name));
        }
        return values;
    }

    /**
     * Where in what was typed the server's complaint belongs.
     *
     * @param position in characters of what was sent, 1 for the first
     */
    int typedOffset(int position) {
        int characters = Math.min(Math.max(0, position - 1), sent.codePointCount(0, sent.length()));
        int offset = sent.offsetByCodePoints(0, characters);
        int shift = 0;
        for (Swap swap : swaps) {
            if (offset < swap.sentStart()) {
                break;
            }
            if (offset < swap.sentEnd()) {
                return swap.typedStart();
            }
            shift = swap.typedEnd() - swap.sentEnd();
        }
        return offset + shift;
    }

    private String swap(List<SqlParameters.Use> uses) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (SqlParameters.Use use : uses) {
            text.append(typed, from, use.start());
            int start = text.length();
            text.append('$').append(names.indexOf(use.name()) + 1);
            swaps.add(new Swap(start, text.length(), use.start(), use.end()));
            from = use.end();
        }
        return text.append(typed, from, typed.length()).toString();
    }
}
