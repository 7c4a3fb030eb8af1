package dev.watchkeeper.app.reports;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Proof;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** A backup's figures as they are read. */
public final class BackupWords {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private BackupWords() {}

    public static String moment(Optional<Instant> at, ZoneId zone) {
        return at.map(one -> MOMENT.format(one.atZone(zone))).orElse("");
    }

    /** How long it took, if both ends are known. */
    public static String took(Backup backup) {
        if (backup.startedAt().isEmpty() || backup.stoppedAt().isEmpty()) {
            return "";
        }
        return Spans.words(
                Duration.between(backup.startedAt().get(), backup.stoppedAt().get()));
    }

    public static String size(OptionalLong bytes) {
        return bytes.isPresent() ? Sizes.bytes(bytes.getAsLong()) : "";
    }

    /** {@code verified: pg_verifybackup}, or what is wrong. */
    public static String state(Backup backup) {
        return backup.error().orElse(backup.proof().map(BackupWords::proof).orElse(""));
    }

    private static String proof(Proof proof) {
        String detail = proof.detail().isEmpty() ? "" : ": " + proof.detail();
        return (proof.good() ? "verified by " : "FAILED ") + proof.how() + detail;
    }
}
