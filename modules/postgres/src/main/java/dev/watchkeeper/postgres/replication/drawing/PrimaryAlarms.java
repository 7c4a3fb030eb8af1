package dev.watchkeeper.postgres.replication.drawing;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.member.Archiver;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** What can be wrong with a primary: commits that wait for nobody, WAL that is not archived. */
final class PrimaryAlarms {
    private final Scene scene;
    private final Alarms alarms;

    PrimaryAlarms(Scene scene, Alarms alarms) {
        this.scene = scene;
        this.alarms = alarms;
    }

    void look(Sighting member) {
        MemberReading reading = member.reading();
        if (reading == null) {
            return;
        }
        String mode = reading.settings().archiveMode();
        if (mode.equals("always") || (mode.equals("on") && reading.primary())) {
            archiving(member, reading);
        }
        if (reading.primary()) {
            synchronous(member, reading);
        }
    }

    private void synchronous(Sighting member, MemberReading reading) {
        SynchronousNames names = SynchronousNames.parse(reading.settings().synchronousStandbyNames());
        boolean waits = !List.of("off", "local").contains(reading.settings().synchronousCommit());
        boolean unseen = reading.senders().stream().anyMatch(Sender::hidden);
        if (names.count() == 0 || unseen) {
            return;
        }
        long there = reading.senders().stream()
                .filter(sender -> sender.syncPriority() > 0 && sender.state().equals("streaming"))
                .count();
        if (there >= names.count()) {
            return;
        }
        String wanted = "synchronous_standby_names of " + scene.name(member) + " ("
                + reading.settings().synchronousStandbyNames() + ") "
                + (there == 0
                        ? "names nobody who is connected"
                        : "asks for " + names.count() + ", and only " + there + " of them "
                                + (there == 1 ? "is" : "are") + " connected");
        alarms.add(
                waits ? Severity.CRITICAL : Severity.WARNING,
                member,
                wanted + (waits ? ": commits hang" : ""),
                "Bring a standby of these names back, or change synchronous_standby_names");
    }

    private void archiving(Sighting member, MemberReading reading) {
        Archiver archiver = reading.archiver();
        long behind = segmentsBehind(reading);
        Instant last = archiver.lastAt();
        Instant failedAt = archiver.lastFailedAt();
        if (archiver.failing() && failedAt != null) {
            Duration since = last == null ? Limits.ARCHIVE_CRITICAL : Scene.age(reading, last);
            boolean critical =
                    since.compareTo(Limits.ARCHIVE_CRITICAL) >= 0 || behind >= Limits.SEGMENTS_BEHIND_CRITICAL;
            String success =
                    last == null ? "nothing was ever archived" : "last success " + Scene.ago(reading, last) + " ago";
            alarms.add(
                    critical ? Severity.CRITICAL : Severity.WARNING,
                    member,
                    scene.name(member) + " fails to archive " + archiver.lastFailedFile() + ": tried "
                            + Scene.ago(reading, failedAt) + " ago, "
                            + Sizes.of(archiver.failed(), "failure", "failures") + " in all; " + success,
                    "The server's log has what archive_command said; WAL piles up until it works");
        } else if (behind > Limits.SEGMENTS_BEHIND) {
            alarms.add(
                    behind >= Limits.SEGMENTS_BEHIND_CRITICAL ? Severity.CRITICAL : Severity.WARNING,
                    member,
                    scene.name(member) + " archives too slowly: "
                            + Sizes.of(behind, "WAL file waits", "WAL files wait") + " ("
                            + Sizes.bytes(behind * reading.settings().walSegmentBytes()) + ")",
                    "Is the archive slow, or archive_command one process for each file?");
        }
    }

    /** Full WAL files that are not archived yet; 0 if that can't be told. */
    private static long segmentsBehind(MemberReading reading) {
        OptionalLong archived = WalFiles.number(
                reading.archiver().lastFile(), reading.settings().walSegmentBytes());
        OptionalLong current = WalFiles.number(
                reading.position().currentFile(), reading.settings().walSegmentBytes());
        return archived.isEmpty() || current.isEmpty()
                ? 0
                : Math.max(0, current.getAsLong() - archived.getAsLong() - 1);
    }
}
