package dev.watchkeeper.postgres.libpq;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.util.regex.Pattern;

/** Errors about what people typed. A password may stand anywhere in it, so only what looks like a word is repeated. */
final class Faults {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]{1,30}");

    private Faults() {}

    static FaultException badInput(String message, String advice) {
        return new FaultException(FaultKind.BAD_INPUT, message, advice);
    }

    /** {@code what "word"}, or only what if the word is none. */
    static String named(String what, String word) {
        return WORD.matcher(word).matches() ? what + " \"" + word + "\"" : what;
    }
}
