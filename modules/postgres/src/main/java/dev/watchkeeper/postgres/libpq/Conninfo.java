package dev.watchkeeper.postgres.libpq;

import dev.watchkeeper.kernel.fault.FaultException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Parameters by libpq's keywords, as far as one source gives them. An empty value counts as given. Not thread-safe. */
final class Conninfo {
    private final Map<Keyword, String> values = new EnumMap<>(Keyword.class);

    /** Sets a parameter; of several values in one string the last counts. */
    void put(Keyword keyword, String value) {
        values.put(keyword, value);
    }

    /** The keyword of this spelling; the error about an unknown one keeps silent once a password was read. */
    Keyword keyword(String word) throws FaultException {
        return values.containsKey(Keyword.PASSWORD) ? Keyword.afterPassword(word) : Keyword.of(word);
    }

    /** Takes over what is not given here. */
    void fillFrom(Conninfo weaker) {
        weaker.values.forEach(values::putIfAbsent);
    }

    /** Empty if the parameter is not given. */
    Optional<String> get(Keyword keyword) {
        return Optional.ofNullable(values.get(keyword));
    }

    /** The value, or an empty string, which libpq takes as not given in most places. */
    String text(Keyword keyword) {
        return values.getOrDefault(keyword, "");
    }

    Map<Keyword, String> values() {
        return Map.copyOf(values);
    }

    /** Which parameters are given: never the values, for a password may be among them. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
