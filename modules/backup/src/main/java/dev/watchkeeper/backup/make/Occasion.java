package dev.watchkeeper.backup.make;

import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What is saved, where and when.
 *
 * @param host where the tools run, and where the backup comes to lie
 * @param password with which to enter the server; empty if none is needed, or if the host has it
 */
public record Occasion(Target target, Host host, Optional<Secret> password, Instant now) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** A name for a file, with the moment in it: what can't be in a file's name, or would hide it, becomes an underscore. */
    String fileName(String of, String ending) {
        String plain = of.replaceAll("[/\\p{Cntrl}]", "_").replaceAll("^[.-]", "_");
        return plain + "_" + STAMP.format(now) + ending;
    }

    /** For sentences. */
    String where(String folder) {
        return folder.startsWith("s3://")
                ? folder + " by way of " + host.name() + " (/var/tmp or $TMPDIR needs the room)"
                : folder + " on " + host.name();
    }
}
