package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.kernel.host.HostSpec;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;
import java.util.Set;

/** What may be written into connections.yaml, so that this pane finds something. */
final class Example {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1");

    private Example() {}

    /** Lines for the target's item below {@code connections:}, two spaces in, as its other keys are. */
    static String of(Target target) {
        String host = host(target);
        String head = "    host: " + host + "\n    backups:\n";
        if (target.endpoint().engine() == Engine.REDIS) {
            return head + "      - {engine: redis, host: " + host + ", path: /var/backups/redis}\n";
        }
        return head
                + "      - {engine: pgbackrest, host: backup-1, stanza: main}\n"
                + "      - {engine: barman, host: backup-1, server: main}\n"
                + "      - {engine: pg_dump, host: " + host + ", path: /var/backups/dumps}\n"
                + "      - {engine: pg_basebackup, host: " + host + ", path: /backups/base, wal: /archive/wal}\n";
    }

    /** The host on which the server runs, as far as its address tells. */
    private static String host(Target target) {
        return target.placement().host().orElseGet(() -> {
            String address = target.endpoint().hosts().getFirst().host();
            boolean here = HERE.contains(address) || address.startsWith("/") || address.isEmpty();
            return here ? HostSpec.LOCAL : address;
        });
    }
}
