package dev.watchkeeper.postgres.libpq;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.util.EnumSet;
import java.util.SequencedMap;
import java.util.Set;

/** Which of libpq's parameters an endpoint keeps, and what their values may be. */
final class Parameters {
    private static final Set<Keyword> IN_THE_ENDPOINT_ITSELF =
            EnumSet.of(Keyword.HOST, Keyword.PORT, Keyword.DBNAME, Keyword.USER);

    private Parameters() {}

    /** The value is repeated only if it looks like a word. */
    static void check(Keyword keyword, String value) throws FaultException {
        if (keyword == Keyword.CONNECT_TIMEOUT && !value.strip().matches("-?[0-9]{1,9}")) {
            throw Faults.badInput("connect_timeout is not a whole number", "It is in seconds; 0 waits for ever");
        }
        if (!keyword.allowed().isEmpty() && !keyword.allowed().contains(value)) {
            throw Faults.badInput(
                    Faults.named("invalid value of " + keyword.word(), value),
                    "It is one of " + String.join(", ", keyword.allowed()));
        }
        if (keyword.isSecret() && keyword != Keyword.PASSWORD) {
            throw new FaultException(
                    FaultKind.UNSUPPORTED,
                    keyword.word() + " is not supported",
                    keyword == Keyword.SSLPASSWORD
                            ? "Use a client key without a passphrase, readable by you alone"
                            : "Use a password, a certificate or Kerberos");
        }
    }

    static void keep(Keyword keyword, String value, SequencedMap<String, String> parameters) {
        if (keyword == Keyword.REQUIRESSL) {
            if (value.startsWith("1")) {
                parameters.putIfAbsent(Keyword.SSLMODE.word(), "require");
            }
        } else if (!keyword.isSecret() && !IN_THE_ENDPOINT_ITSELF.contains(keyword)) {
            parameters.put(keyword.word(), value);
        }
    }
}
