package dev.watchkeeper.postgres.switchover;

import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.Sender;
import dev.watchkeeper.postgres.replication.member.SlotReading;
import dev.watchkeeper.postgres.replication.member.Upstream;
import dev.watchkeeper.postgres.sql.Quoting;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is left to do by hand after a promotion without Patroni, with the exact commands. */
final class FollowUp {
    private static final SqlFile UNFENCE = SqlFile.of(FollowUp.class, "unfence");
    private static final SqlFile MAKE_SLOT = SqlFile.of(FollowUp.class, "make_slot");
    private static final SqlFile MAKE_LOGICAL_SLOT = SqlFile.of(FollowUp.class, "make_logical_slot");
    private static final SqlFile FOLLOW = SqlFile.of(FollowUp.class, "follow");
    private static final SqlFile WAIT_FOR = SqlFile.of(FollowUp.class, "wait_for");
    private static final SqlFile RELOAD = SqlFile.of(FollowUp.class, "reload");

    /** What a walreceiver is called that nobody gave a name. */
    private static final String UNNAMED = "walreceiver";

    private final Standing standing;
    private final Sighting candidate;
    private final @Nullable Sighting old;
    private final List<String> lines = new ArrayList<>();

    private FollowUp(Standing standing, Sighting candidate) {
        this.standing = standing;
        this.candidate = candidate;
        this.old = standing.primary().or(standing::lost).orElse(null);
    }

    static List<String> of(Standing standing, Sighting candidate) {
        FollowUp followUp = new FollowUp(standing, candidate);
        followUp.write();
        return followUp.lines;
    }

    private void write() {
        MemberReading before = old == null ? null : old.last();
        if (old != null && before != null) {
            stop(standing.name(old), before);
            slots(before);
            others(old, before);
            synchronous(before);
        }
        lines.add("Point pools, proxies and clients that name the old primary to " + candidate.address() + ".");
    }

    private void stop(String name, MemberReading before) {
        String data = shell(Objects.requireNonNullElse(before.facts().dataDirectory(), "<data directory>"));
        lines.add("On the host of " + name + ", at once, so that nobody writes there: pg_ctl -D " + data
                + " stop -m fast");
        String source = "host=%s port=%d user=%s dbname=postgres"
                .formatted(host(), candidate.address().port(), before.rights().role());
        if (before.settings().canRewind()) {
            lines.add("Bring it back: pg_rewind -D " + data + " -R --source-server=" + shell(source)
                    + ", then pg_ctl -D " + data + " start");
        } else {
            lines.add("Bring it back: empty its data directory, then pg_basebackup -D " + data + " -R -X stream -d "
                    + shell(source) + " and pg_ctl -D " + data + " start");
        }
        if (standing.primary().isPresent()) {
            lines.add("When it is back, on " + name + ": " + UNFENCE.filled() + "; " + RELOAD.filled() + ";");
        }
    }

    private void slots(MemberReading before) {
        List<String> there = Optional.ofNullable(candidate.reading()).stream()
                .flatMap(reading -> reading.slots().stream())
                .map(SlotReading::name)
                .toList();
        String own = Optional.ofNullable(candidate.last())
                .map(reading -> reading.settings().primarySlotName())
                .orElse("");
        for (SlotReading slot : before.slots()) {
            boolean wanted = !slot.temporary() && !slot.name().equals(own) && !there.contains(slot.name());
            if (wanted && slot.logical()) {
                lines.add("On " + standing.name(candidate) + ", in database " + slot.database() + ": "
                        + MAKE_LOGICAL_SLOT.filled(Quoting.literal(slot.name()), Quoting.literal(slot.plugin()))
                        + "; then point its subscriber here. What was written until then may be missing there:"
                        + " compare.");
            } else if (wanted) {
                lines.add(
                        "On " + standing.name(candidate) + ": " + MAKE_SLOT.filled(Quoting.literal(slot.name())) + ";");
            }
        }
    }

    /** Those who followed the old primary; a password is not known here, and stays as it was. */
    private void others(Sighting from, MemberReading before) {
        Refusals upstreams = new Refusals(standing);
        for (Sighting other : standing.members()) {
            MemberReading reading = other.reading();
            if (reading == null || reading.primary() || other.equals(candidate)) {
                continue;
            }
            if (from.equals(upstreams.upstream(reading))) {
                String conninfo = "host=%s port=%d%s"
                        .formatted(host(), candidate.address().port(), identity(before, reading));
                lines.add("On " + standing.name(other) + ", with the password or certificates that it had: "
                        + FOLLOW.filled().replace(":conninfo", Quoting.literal(conninfo)) + "; " + RELOAD.filled()
                        + ";");
            }
        }
    }

    /** Under the name that it had: synchronous_standby_names knows it by that. */
    private static String identity(MemberReading primary, MemberReading standby) {
        String slot = standby.settings().primarySlotName();
        Optional<Sender> known = primary.senders().stream()
                .filter(sender -> !slot.isEmpty() && sender.slot().equals(slot))
                .findFirst();
        String told = Optional.ofNullable(standby.upstream())
                .map(Upstream::applicationName)
                .orElse("");
        String name = told.isEmpty() ? known.map(Sender::applicationName).orElse("") : told;
        String user = known.map(sender -> " user=" + value(sender.user())).orElseGet(() -> firstUser(primary));
        return name.isEmpty() || name.equals(UNNAMED) ? user : user + " application_name=" + value(name);
    }

    /** As libpq wants values in a connection string (documentation: "Keyword/Value Connection Strings"). */
    private static String value(String text) {
        return text.matches("[^\\s'\\\\]+")
                ? text
                : "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String firstUser(MemberReading primary) {
        return primary.senders().stream()
                .filter(sender -> !sender.logical())
                .map(Sender::user)
                .findFirst()
                .map(user -> " user=" + value(user))
                .orElse("");
    }

    private void synchronous(MemberReading before) {
        String names = before.settings().synchronousStandbyNames();
        MemberReading own = candidate.last();
        if (!names.isEmpty()
                && (own == null || own.settings().synchronousStandbyNames().isEmpty())) {
            lines.add("When its standbys stream, on " + standing.name(candidate) + ", with their names: "
                    + WAIT_FOR.filled().replace(":names", Quoting.literal(names)) + "; " + RELOAD.filled() + ";");
        }
    }

    /** As the others reach it: not this computer's own name for itself. */
    private String host() {
        HostPort address = candidate.address();
        MemberReading reading = candidate.last();
        String server = reading == null ? null : reading.facts().serverAddress();
        return server == null ? address.host() : server;
    }

    private static String shell(String word) {
        return word.matches("[A-Za-z0-9_./:=@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
