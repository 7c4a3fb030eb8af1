package dev.watchkeeper.backup.base;

import dev.watchkeeper.backup.wal.Lsn;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The beginning and the end of a {@code backup_manifest}: what lies between is a line a file.
 *
 * @param head holds the system identifier, from 17 on
 * @param tail holds the ranges of WAL that the backup needs
 */
record Manifest(String head, String tail) {
    private static final Pattern SYSTEM = Pattern.compile("\"System-Identifier\":\\s*(\\d+)");
    private static final Pattern RANGE = Pattern.compile(
            "\"Timeline\":\\s*(\\d+),\\s*\"Start-LSN\":\\s*\"([^\"]+)\",\\s*\"End-LSN\":\\s*\"([^\"]+)\"");
    private static final Pattern CHECKSUM = Pattern.compile("\"Manifest-Checksum\":\\s*\"[0-9a-f]+\"\\s*}\\s*$");

    Optional<String> systemId() {
        Matcher matcher = SYSTEM.matcher(head);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether it was written to its end, which is the last that a backup does. */
    boolean isWhole() {
        return CHECKSUM.matcher(tail).find();
    }

    OptionalLong endLsn() {
        return last().map(range -> Lsn.parse(range.group(3))).orElse(OptionalLong.empty());
    }

    OptionalInt timeline() {
        return last().map(range -> OptionalInt.of(Integer.parseInt(range.group(1))))
                .orElse(OptionalInt.empty());
    }

    private Optional<MatchResult> last() {
        return RANGE.matcher(tail).results().reduce((one, other) -> other);
    }
}
