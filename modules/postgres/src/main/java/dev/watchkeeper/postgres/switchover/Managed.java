package dev.watchkeeper.postgres.switchover;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.patroni.PatroniConfig;
import dev.watchkeeper.postgres.patroni.PatroniHold;
import dev.watchkeeper.postgres.patroni.PatroniMember;
import dev.watchkeeper.postgres.patroni.PatroniView;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import java.util.Optional;

/** The Patroni that manages a cluster, with its rules. */
record Managed(PatroniHold hold, PatroniConfig config) {
    static Managed ask(PatroniHold hold) throws FaultException {
        return new Managed(hold, hold.client().config(hold.api()));
    }

    PatroniView view() {
        return hold.view();
    }

    /** What Patroni has of a member. */
    Optional<PatroniMember> member(Sighting member) {
        return member.addresses().stream()
                .map(address -> view().at(address))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
