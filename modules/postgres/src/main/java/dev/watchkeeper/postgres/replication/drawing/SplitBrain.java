package dev.watchkeeper.postgres.replication.drawing;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.member.Lsn;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Two primaries of one cluster, with what each has that the other hasn't. */
final class SplitBrain {
    private static final String ADVICE =
            "Let the clients reach only one of them; save what only the other has, then make it anew as a standby (pg_rewind or"
                    + " pg_basebackup)";

    private final Scene scene;
    private final Alarms alarms;

    SplitBrain(Scene scene, Alarms alarms) {
        this.scene = scene;
        this.alarms = alarms;
    }

    void look(String system) {
        List<Sighting> primaries = scene.cast().primaries(system).stream()
                .sorted(Comparator.comparingInt(Cast::timeline).reversed())
                .toList();
        if (primaries.size() > 1) {
            Sighting newest = primaries.getFirst();
            primaries.stream().skip(1).forEach(other -> tell(newest, other));
        }
    }

    private void tell(Sighting newest, Sighting other) {
        if (isFenced(other)) {
            alarms.warn(
                    other,
                    scene.name(other) + " is still up beside the primary " + scene.name(newest)
                            + "; only default_transaction_read_only keeps it from writing",
                    "Stop it, then bring it back as a standby (pg_rewind or pg_basebackup)");
            return;
        }
        String both = who(newest) + " and " + who(other) + " both take writes";
        alarms.critical(newest, "split brain: " + both + parting(newest, other), ADVICE);
        alarms.critical(
                other,
                "split brain: " + scene.name(other) + " takes writes beside " + scene.name(newest)
                        + ", which is on a " + (Cast.timeline(newest) > Cast.timeline(other) ? "newer" : "like")
                        + " timeline",
                ADVICE);
    }

    /** After a switchover by hand the old primary runs on like this until somebody stops it. */
    private static boolean isFenced(Sighting primary) {
        MemberReading reading = primary.reading();
        return reading != null && reading.settings().readOnly();
    }

    private String who(Sighting primary) {
        return scene.name(primary) + " (timeline " + Cast.timeline(primary) + ", " + Lsn.text(end(primary)) + ")";
    }

    private String parting(Sighting newest, Sighting other) {
        int old = Cast.timeline(other);
        if (old == Cast.timeline(newest)) {
            return ", on the same timeline: where they parted can't be told";
        }
        Optional<Long> fork = scene.forks().end(newest, old);
        if (fork.isEmpty()) {
            return "; where they parted is not known: that is in pg_wal/*.history of " + scene.name(newest)
                    + ", which only a superuser or pg_read_server_files may read";
        }
        return "; they parted at " + Lsn.text(fork.get()) + ", since then " + has(newest, fork.get()) + " and "
                + has(other, fork.get()) + " that the other hasn't";
    }

    private String has(Sighting primary, long fork) {
        return scene.name(primary) + " has written " + Sizes.bytes(Math.max(0, end(primary) - fork));
    }

    private static long end(Sighting primary) {
        MemberReading reading = Objects.requireNonNull(primary.reading());
        Long end = reading.position().end();
        return end == null ? 0 : end;
    }
}
