package dev.watchkeeper.postgres.front;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.topology.Alarm;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.Severity;
import java.util.List;
import java.util.Optional;

/** Writes that land where they should not. */
final class LandingAlarms {
    private final List<Behind> behind;
    private final Node front;

    LandingAlarms(List<Behind> behind, Node front) {
        this.behind = behind;
        this.front = front;
    }

    List<Alarm> of(List<Landing> landings) {
        return landings.stream().map(this::of).flatMap(Optional::stream).toList();
    }

    private Optional<Alarm> of(Landing landing) {
        Entry entry = landing.entry();
        if (landing.server() == null) {
            return landing.trouble().flatMap(trouble -> nowhere(entry, trouble));
        }
        boolean mayBeForReads = entry.use() == Use.READS || (entry.use() == Use.ANY && !entry.sure());
        if (mayBeForReads) {
            return Optional.empty();
        }
        boolean known = behind.stream().anyMatch(one -> landing.server().equals(one.identity()));
        String where = called(landing);
        if (landing.standby()) {
            return alarm(
                    entry,
                    "land on " + where + ", a standby, which takes none",
                    "Look at the checks of " + front.name() + ", and whom it takes for the primary");
        }
        if (!known && entry.sure() && entry.use() == Use.WRITES) {
            return alarm(entry, "land on " + where, "Look where " + front.name() + " leads");
        }
        if (landing.readOnly()) {
            return alarm(
                    entry,
                    "land on " + where + ", which is kept from writing",
                    "default_transaction_read_only is on there: a switchover that was broken off leaves it so");
        }
        return Optional.empty();
    }

    private String called(Landing landing) {
        return behind.stream()
                .filter(one -> one.identity() != null && one.identity().equals(landing.server()))
                .map(Behind::name)
                .findFirst()
                .orElse("a server that is not of this cluster");
    }

    /** Only what breaks on the way is nowhere: who is not let in has landed. */
    private Optional<Alarm> nowhere(Entry entry, Fault trouble) {
        boolean lost = trouble.kind() == FaultKind.UNREACHABLE || trouble.kind() == FaultKind.TIMEOUT;
        if (!lost || !entry.sure()) {
            return Optional.empty();
        }
        return alarm(entry, "land nowhere: " + trouble.message(), "Look whether a server is up behind it");
    }

    private Optional<Alarm> alarm(Entry entry, String what, String advice) {
        Severity severity = entry.use() == Use.WRITES ? Severity.CRITICAL : Severity.WARNING;
        return Optional.of(new Alarm(
                severity,
                front.id(),
                entry.use().words() + " through " + front.name() + " " + entry.label() + " " + what,
                advice));
    }
}
