package dev.watchkeeper.kernel.target;

import dev.watchkeeper.kernel.host.Placement;
import java.util.List;

/**
 * One server that the console looks at.
 *
 * @param name unique among the saved ones; for a target given by its address, that address
 * @param readOnly every action on it is refused, and its sessions run with {@code default_transaction_read_only}
 * @param placement which host it stands on, which one it is reached through, and where its backups lie
 */
public record Target(
        String name,
        Endpoint endpoint,
        Environment environment,
        PasswordSource password,
        boolean readOnly,
        List<String> tags,
        PoolSize pool,
        Placement placement) {
    public Target {
        tags = List.copyOf(tags);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a target needs a name");
        }
    }

    /** One that is reached directly, and of whose host nothing is known. */
    public Target(
            String name,
            Endpoint endpoint,
            Environment environment,
            PasswordSource password,
            boolean readOnly,
            List<String> tags,
            PoolSize pool) {
        this(name, endpoint, environment, password, readOnly, tags, pool, Placement.NONE);
    }

    /** A target that was given by its address only: development, password from the usual places. */
    public static Target unsaved(String name, Endpoint endpoint) {
        return new Target(
                name,
                endpoint,
                Environment.DEVELOPMENT,
                new PasswordSource.Usual(),
                false,
                List.of(),
                PoolSize.DEFAULT);
    }
}
