package dev.watchkeeper.postgres.replication.act;

import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.topology.Offer;
import dev.watchkeeper.postgres.replication.drawing.SynchronousNames;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.Sender;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changing for whom the commits of a primary wait. */
final class SynchronousOffer {
    private final MemberAction.Member member;
    private final MemberReading reading;

    SynchronousOffer(MemberAction.Member member, MemberReading reading) {
        this.member = member;
        this.reading = reading;
    }

    Offer offer() {
        return new Offer(
                "synchronous-standbys",
                "Synchronous standbys…",
                Optional.empty(),
                List.of(new Offer.Question(
                        "names",
                        "synchronous_standby_names, as FIRST 1 (a, b) or ANY 1 (a, b); empty: commits wait for nobody",
                        before(),
                        List.of())),
                this::make);
    }

    private String before() {
        return reading.settings().synchronousStandbyNames();
    }

    private SetSynchronousNames make(Map<String, String> answers) throws FaultException {
        String names = answers.getOrDefault("names", before()).strip();
        if (names.equals(before())) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "synchronous_standby_names is '" + names + "' already",
                    "Change it, or leave it");
        }
        SynchronousNames wanted = SynchronousNames.parse(names);
        List<String> there = reading.senders().stream()
                .filter(sender -> !sender.logical() && sender.state().equals("streaming"))
                .map(Sender::applicationName)
                .filter(wanted::has)
                .sorted()
                .toList();
        boolean unseen = reading.senders().stream().anyMatch(Sender::hidden);
        boolean hangs = wanted.count() > 0 && there.size() < wanted.count() && !unseen;
        String preview = "changes synchronous_standby_names of " + member.name() + " from '" + before() + "' to '"
                + names + "': " + effect(wanted, there, unseen, hangs) + ". Undo: set it to '" + before() + "' again";
        return new SetSynchronousNames(member, before(), names, preview, hangs ? Danger.DANGEROUS : Danger.ORDINARY);
    }

    private static String effect(SynchronousNames wanted, List<String> there, boolean unseen, boolean hangs) {
        if (wanted.count() == 0) {
            return "commits wait for nobody, and what is not sent yet is lost with the primary";
        }
        if (unseen) {
            return "which standbys that names can't be seen by this role";
        }
        if (hangs) {
            return there.isEmpty()
                    ? "that names nobody who is connected, so EVERY COMMIT HANGS from then on"
                    : "that asks for " + wanted.count() + ", and only " + String.join(", ", there)
                            + " is connected, so EVERY COMMIT HANGS from then on";
        }
        return "commits wait for " + wanted.count() + " of " + String.join(", ", there);
    }
}
