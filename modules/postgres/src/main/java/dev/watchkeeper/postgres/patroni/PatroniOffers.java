package dev.watchkeeper.postgres.patroni;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.topology.Offer;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Patroni can be asked to do with a member, and what must not be done behind its back. */
public final class PatroniOffers {
    /** Patroni decides these itself, and would take back what somebody else decides. */
    private static final Set<String> PATRONIS_OWN = Set.of("promote", "synchronous-standbys");

    private static final String AT = "at";

    private final PatroniHold hold;

    public PatroniOffers(PatroniHold hold) {
        this.hold = hold;
    }

    /** The offers of its PostgreSQL, and Patroni's. */
    public List<Offer> with(List<Offer> others, HostPort address) {
        Optional<PatroniMember> member = hold.view().at(address);
        if (member.isEmpty()) {
            return others;
        }
        List<Offer> offers = new ArrayList<>();
        others.forEach(offer -> offers.add(PATRONIS_OWN.contains(offer.name()) ? withheld(offer) : offer));
        offers.addAll(of(member.get()));
        return offers;
    }

    private static Offer withheld(Offer offer) {
        return new Offer(
                offer.name(),
                offer.label(),
                Optional.of("Patroni manages this cluster: switch over, or change Patroni's configuration"),
                offer.questions(),
                offer.maker());
    }

    private List<Offer> of(PatroniMember member) {
        PatroniView view = hold.view();
        PatroniActs acts = new PatroniActs(hold);
        List<Offer> offers = new ArrayList<>();
        boolean leads = member.role().leads();
        if (!leads) {
            offers.add(new Offer(
                    "schedule-switchover",
                    "Schedule a switchover to it…",
                    whyNotScheduled(view, member),
                    List.of(new Offer.Question(AT, "When, with the time zone", tonight(), List.of())),
                    answers -> acts.schedule(member, moment(answers.getOrDefault(AT, "")))));
        }
        view.scheduled()
                .ifPresent(planned -> offers.add(new Offer(
                        "unschedule-switchover",
                        "Take the scheduled switchover back…",
                        Optional.empty(),
                        List.of(),
                        answers -> acts.unschedule(planned))));
        offers.add(new Offer(
                view.paused() ? "resume-patroni" : "pause-patroni",
                view.paused() ? "Resume Patroni…" : "Pause Patroni…",
                Optional.empty(),
                List.of(),
                answers -> acts.pause(!view.paused())));
        offers.add(new Offer(
                "restart",
                member.pendingRestart() ? "Restart it, for the settings that wait…" : "Restart it…",
                member.api() == null ? Optional.of("its REST API is not known") : Optional.empty(),
                List.of(),
                answers -> acts.restart(member)));
        if (!leads) {
            offers.add(new Offer(
                    "reinitialize",
                    "Make it anew from the leader…",
                    member.api() == null
                            ? Optional.of("its REST API is not known")
                            : view.leader().isEmpty() ? Optional.of("there is no leader to copy") : Optional.empty(),
                    List.of(),
                    answers -> acts.reinitialize(member)));
        }
        return offers;
    }

    private static Optional<String> whyNotScheduled(PatroniView view, PatroniMember member) {
        if (view.paused()) {
            return Optional.of("Patroni is paused");
        }
        if (member.nofailover()) {
            return Optional.of("nofailover is set for it");
        }
        return view.leader().isEmpty() ? Optional.of("there is no leader") : Optional.empty();
    }

    private static String tonight() {
        return OffsetDateTime.now(ZoneId.systemDefault())
                .plusDays(1)
                .truncatedTo(ChronoUnit.DAYS)
                .plusHours(3)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static OffsetDateTime moment(String text) throws FaultException {
        try {
            OffsetDateTime at = OffsetDateTime.parse(text.strip().replaceFirst("^(\\S+) (?=\\d)", "$1T"));
            if (at.isBefore(OffsetDateTime.now(at.getOffset()))) {
                throw new FaultException(FaultKind.BAD_INPUT, text + " has passed already", "Give a moment to come");
            }
            return at;
        } catch (DateTimeException e) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "'" + text + "' is not a moment with its time zone",
                    "Write it as 2026-11-21T03:00:00+01:00");
        }
    }
}
