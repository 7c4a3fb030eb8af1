package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.panes.backups.picture.State;
import dev.watchkeeper.app.reports.Times;
import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Finding;
import dev.watchkeeper.backup.Proof;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.host.HostSpec;
import dev.watchkeeper.kernel.text.Sizes;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** One backup in a few words. */
final class BackupWords {
    private static final int SHORT = 28;

    private BackupWords() {}

    /** {@code full}, {@code incr}; of a base backup {@code base}. */
    static String kind(Backup backup) {
        return switch (backup.kind()) {
            case BASEBACKUP -> "base";
            case RDB -> "RDB";
            case WAL -> "WAL";
            case FULL, DIFF, INCR, DUMP -> backup.kind().label();
        };
    }

    static Optional<Duration> took(Backup backup) {
        return backup.startedAt()
                .flatMap(from ->
                        backup.stoppedAt().filter(to -> to.isAfter(from)).map(to -> Duration.between(from, to)));
    }

    static String took(Backup backup, String otherwise) {
        return took(backup).map(Times::span).orElse(otherwise);
    }

    static String size(OptionalLong bytes) {
        return bytes.isPresent() ? Sizes.bytes(bytes.getAsLong()) : "—";
    }

    /** The badge. */
    static String proof(Backup backup, Times times) {
        return switch (State.of(backup, times.now())) {
            case RUNNING -> "runs, or broken off";
            case FAILED ->
                backup.error()
                        .map(error -> "failed: " + error)
                        .orElseGet(() ->
                                "broken: " + backup.proof().map(Proof::detail).orElse(""));
            case GOOD -> backup.proof().map(proof -> proof(proof, times)).orElse("not verified");
        };
    }

    /** {@code verified 02:21}, {@code list and full read}. */
    private static String proof(Proof proof, Times times) {
        return proof.how().toLowerCase(Locale.ROOT).contains("verif")
                ? "verified " + times.brief(proof.at())
                : proof.how();
    }

    /** The badge, where there is little room. */
    static String brief(String proof) {
        return proof.length() <= SHORT ? proof : proof.substring(0, SHORT - 1).strip() + "…";
    }

    static Tone tone(Backup backup, Times times) {
        return switch (State.of(backup, times.now())) {
            case RUNNING -> Tone.ACCENT;
            case FAILED -> Tone.RED;
            case GOOD -> backup.proof().map(proof -> tone(proof.how())).orElse(Tone.NEUTRAL);
        };
    }

    /** What was restored has proven most; a checksum alone says little. */
    private static Tone tone(String how) {
        String words = how.toLowerCase(Locale.ROOT);
        return words.contains("drill") || words.contains("restored")
                ? Tone.VIOLET
                : words.contains("checksum only") ? Tone.NEUTRAL : Tone.GREEN;
    }

    static Tone tone(Finding.Status status) {
        return switch (status) {
            case FINE -> Tone.GREEN;
            case SHORT -> Tone.AMBER;
            case BROKEN -> Tone.RED;
            case UNKNOWN -> Tone.NEUTRAL;
        };
    }

    /** {@code pgBackRest main on backup-1}. */
    static String source(BackupSource source) {
        return source.title() + " on " + host(source.host());
    }

    static String host(String name) {
        return name.equals(HostSpec.LOCAL) ? "this machine" : name;
    }
}
