package dev.watchkeeper.kernel.log;

import java.util.Optional;

/**
 * Where a log is read.
 *
 * @param host the machine whose file it is, as connections call it; empty if the server itself hands it out
 * @param path the file that is written now, as that machine or server names it
 * @param format how it is written, in the server's own word: {@code stderr}, {@code csvlog}, {@code jsonlog}, {@code redis}
 * @param zone the machine's time zone, as Java knows it; empty if it is not known
 */
public record LogPlace(Optional<String> host, String path, String format, String zone) {
    /** {@code /var/log/postgresql/main.log on pg-1}, {@code log/pg.log through the server}. */
    public String words() {
        return path + host.map(" on "::concat).orElse(" through the server");
    }
}
