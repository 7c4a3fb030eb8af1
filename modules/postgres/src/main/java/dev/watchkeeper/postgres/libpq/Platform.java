package dev.watchkeeper.postgres.libpq;

import java.nio.file.FileSystems;
import java.util.List;

/** What differs between operating systems for libpq. */
final class Platform {
    /** Where a service file for all users is, if {@code PGSYSCONFDIR} doesn't say: Debian, PGDG's RPMs, built by hand. */
    static final List<String> SYSTEM_CONFIG =
            List.of("/etc/postgresql-common", "/etc/sysconfig/pgsql", "/etc", "/usr/local/pgsql/etc", "/usr/local/etc");

    /** The folders of Unix sockets that packagers choose; a password for one of them is filed under localhost. */
    static final List<String> SOCKET_FOLDERS = List.of("/var/run/postgresql", "/run/postgresql", "/tmp");

    private Platform() {}

    static boolean isWindows() {
        return !FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
