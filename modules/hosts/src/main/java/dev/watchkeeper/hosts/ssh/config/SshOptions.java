package dev.watchkeeper.hosts.ssh.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the files say of one host, as it is written there: of each keyword the first value, of {@code IdentityFile} all.
 *
 * @param values keywords in lower case, with their arguments
 */
public record SshOptions(Map<String, List<String>> values) {
    public SshOptions {
        values = Map.copyOf(new LinkedHashMap<>(values));
    }

    /** All arguments; none if it is not set. */
    public List<String> all(String keyword) {
        return values.getOrDefault(keyword, List.of());
    }

    /** The first argument. */
    public Optional<String> one(String keyword) {
        return all(keyword).stream().findFirst();
    }

    /** Whether it says yes; {@code otherwise} if it is not set. */
    public boolean flag(String keyword, boolean otherwise) {
        return one(keyword)
                .map(word -> word.equalsIgnoreCase("yes") || word.equalsIgnoreCase("true"))
                .orElse(otherwise);
    }

    /** A number; {@code otherwise} if it is not set, or none. */
    public int number(String keyword, int otherwise) {
        return one(keyword)
                .filter(word -> word.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }
}
