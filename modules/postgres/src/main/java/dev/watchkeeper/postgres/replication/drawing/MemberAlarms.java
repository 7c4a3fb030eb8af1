package dev.watchkeeper.postgres.replication.drawing;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.Sender;
import dev.watchkeeper.postgres.sql.Quoting;
import java.time.Duration;
import java.time.Instant;

/** What can be wrong with any member: it does not answer, it does not let us in, it does not tell all. */
final class MemberAlarms {
    private final Scene scene;
    private final Alarms alarms;

    MemberAlarms(Scene scene, Alarms alarms) {
        this.scene = scene;
        this.alarms = alarms;
    }

    void look(Sighting member) {
        MemberReading reading = member.reading();
        if (reading == null) {
            member.trouble().ifPresent(fault -> silent(member, fault));
        } else {
            rights(member, reading);
        }
    }

    private void silent(Sighting member, Fault fault) {
        if (fault.kind() == FaultKind.DENIED) {
            alarms.warn(
                    member,
                    scene.name(member) + " is not entered: " + fault.message(),
                    "Connect to it with a role of its own, or lend it the password of the target that found it");
            return;
        }
        if (!fault.kind().mayPass()) {
            alarms.warn(member, scene.name(member) + " can't be asked: " + fault.message(), fault.advice());
            return;
        }
        Instant since = member.since();
        String span = since == null ? "" : " for " + Spans.words(Duration.between(since, Instant.now()));
        boolean primary = scene.cast().role(member) == NodeRole.PRIMARY;
        alarms.add(
                primary ? Severity.CRITICAL : Severity.WARNING,
                member,
                scene.name(member) + " does not answer" + span + ": " + fault.message(),
                primary ? "Nothing can be written until it is back or a standby takes over" : fault.advice());
    }

    private void rights(Sighting member, MemberReading reading) {
        if (reading.rights().readsStats()) {
            return;
        }
        boolean hides = reading.senders().stream().anyMatch(Sender::hidden)
                || (reading.receiver() != null && reading.receiver().status().isEmpty());
        if (hides) {
            String role = reading.rights().role();
            alarms.warn(
                    member,
                    "the role " + role + " does not see states and positions on " + scene.name(member)
                            + ": some lags are not known",
                    "grant pg_monitor to " + Quoting.identifier(role));
        }
    }
}
