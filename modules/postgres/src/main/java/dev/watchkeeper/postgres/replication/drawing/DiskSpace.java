package dev.watchkeeper.postgres.replication.drawing;

import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.ServerFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Room on the disk of a server that runs on this computer. SQL can't tell it. */
final class DiskSpace {
    private DiskSpace() {}

    /** Bytes that can still be written where the WAL is; null if the server runs elsewhere, or that is not sure. */
    static @Nullable Long free(Sighting member) {
        MemberReading reading = member.reading();
        String folder = reading == null ? null : reading.facts().dataDirectory();
        if (reading == null || folder == null || !member.here() || !isOurs(reading.facts())) {
            return null;
        }
        Long wal = usable(Path.of(folder, "pg_wal"));
        return wal == null ? usable(Path.of(folder)) : wal;
    }

    /** The folder of the WAL may be hidden from us, and is mostly on the same disk. */
    private static @Nullable Long usable(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException notForUs) {
            return null;
        }
    }

    /**
     * Through a tunnel another computer's server has a local address too: only if the process that serves us is one of this
     * computer, and says so with our port in its title, it is.
     */
    private static boolean isOurs(ServerFacts facts) {
        String client = facts.clientPort() == null ? "[local]" : "(" + facts.clientPort() + ")";
        Path title = Path.of("/proc", Integer.toString(facts.backendPid()), "cmdline");
        try {
            return Files.readString(title, StandardCharsets.ISO_8859_1).contains(client);
        } catch (IOException elsewhere) {
            return false;
        }
    }
}
