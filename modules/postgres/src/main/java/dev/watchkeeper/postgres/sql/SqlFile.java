package dev.watchkeeper.postgres.sql;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.ServerVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One statement that stands in files beside the class that runs it: {@code name.14.sql}, {@code name.16.sql} … A server
 * gets the newest that is not newer than itself.
 */
public final class SqlFile {
    /** The oldest PostgreSQL that any file is written for. */
    public static final int OLDEST = 14;

    private final Class<?> owner;
    private final String name;
    private final Map<Integer, String> texts = new ConcurrentHashMap<>();

    private SqlFile(Class<?> owner, String name) {
        this.owner = owner;
        this.name = name;
    }

    /** The files {@code name.NN.sql} in the owner's package. */
    public static SqlFile of(Class<?> owner, String name) {
        return new SqlFile(owner, name);
    }

    /**
     * The statement for this server.
     *
     * @throws FaultException UNSUPPORTED if every file is for newer servers
     */
    public String text(ServerVersion version) throws FaultException {
        String known = texts.get(version.major());
        if (known != null) {
            return known;
        }
        for (int major = version.major(); major >= OLDEST; major--) {
            String text = read(major);
            if (text != null) {
                texts.put(version.major(), text);
                return text;
            }
        }
        throw new FaultException(
                FaultKind.UNSUPPORTED,
                "PostgreSQL " + version + " is not supported",
                "Watchkeeper needs PostgreSQL " + OLDEST + " or newer");
    }

    /**
     * The statement for any server that is supported, with its comments left out and values for its parameters, as one
     * would type it.
     *
     * @param literals as SQL writes them, in the order of the parameters
     */
    public String filled(String... literals) {
        String text = Objects.requireNonNull(read(OLDEST), name)
                .lines()
                .filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining("\n"));
        for (String literal : literals) {
            text = text.replaceFirst("\\?", Matcher.quoteReplacement(literal));
        }
        return text;
    }

    private @Nullable String read(int major) {
        try (InputStream in = owner.getResourceAsStream(name + "." + major + ".sql")) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name + "." + major + ".sql", e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
