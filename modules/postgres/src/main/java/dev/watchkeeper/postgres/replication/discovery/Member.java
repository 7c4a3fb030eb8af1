package dev.watchkeeper.postgres.replication.discovery;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.ServerIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A member that is remembered from refresh to refresh. For one thread. */
final class Member {
    private final Contact contact;
    private final List<HostPort> addresses = new ArrayList<>();
    private String system = "";
    private @Nullable MemberReading reading;
    private @Nullable MemberReading last;
    private Optional<Fault> trouble = Optional.empty();
    private @Nullable Instant since;
    private Duration skew = Duration.ZERO;
    private boolean denied;

    Member(Contact contact) {
        this.contact = contact;
        addresses.add(contact.address());
    }

    Contact contact() {
        return contact;
    }

    HostPort address() {
        return contact.address();
    }

    boolean isAt(HostPort address) {
        return addresses.contains(address);
    }

    void alsoAt(HostPort address) {
        if (!addresses.contains(address)) {
            addresses.add(address);
        }
    }

    /** Who was refused is not asked again by itself: a wrong password, tried again and again, locks an account. */
    boolean mayBeAsked() {
        return !denied;
    }

    void forgive() {
        denied = false;
    }

    void learn(Answer answer) {
        reading = answer.reading();
        trouble = answer.fault();
        if (reading != null) {
            last = reading;
            skew = answer.skew();
            since = null;
        } else if (since == null) {
            since = Instant.now();
        }
        denied = trouble.isPresent() && trouble.get().kind() == FaultKind.DENIED;
    }

    /** It was seen that it belongs: as long as it stays of that system, it does. */
    void prove() {
        if (last != null) {
            system = last.identity().system();
        }
    }

    boolean isProven() {
        return !system.isEmpty();
    }

    /** Whether what answers now was never seen to belong. */
    boolean isDoubtful() {
        return reading != null && !reading.identity().system().equals(system);
    }

    boolean answered() {
        return reading != null;
    }

    @Nullable
    ServerIdentity identity() {
        return reading == null ? null : reading.identity();
    }

    @Nullable
    MemberReading last() {
        return last;
    }

    Sighting sighting(String name, String label, Places places) {
        MemberReading newest = last;
        boolean here = newest == null ? places.isHere(address().host()) : places.isHere(newest);
        return new Sighting(addresses, name, label, here, reading, newest, trouble, since, skew, contact.server());
    }
}
