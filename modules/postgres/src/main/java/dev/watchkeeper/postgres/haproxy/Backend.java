package dev.watchkeeper.postgres.haproxy;

import dev.watchkeeper.postgres.front.Use;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Servers among which HAProxy chooses.
 *
 * @param mode {@code tcp} for databases
 * @param sessions at the moment
 */
public record Backend(String name, String mode, long sessions, List<BackendServer> servers) {
    private static final Pattern WRITES = Pattern.compile("(?i).*(primary|master|leader|write|(^|[-_.])rw([-_.]|$)).*");
    private static final Pattern READS =
            Pattern.compile("(?i).*(replica|standby|slave|secondary|read|(^|[-_.])ro([-_.]|$)).*");

    public Backend {
        servers = List.copyOf(servers);
    }

    /** What it is for, as far as its name tells. */
    public Use use() {
        boolean writes = WRITES.matcher(name).matches();
        boolean reads = READS.matcher(name).matches();
        return writes == reads ? Use.ANY : writes ? Use.WRITES : Use.READS;
    }
}
