package dev.watchkeeper.postgres.patroni;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.target.HostPort;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.function.Predicate;

/** Makes actions that ask Patroni for something, and look whether it is so afterwards. */
final class PatroniActs {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration RESTARTED = Duration.ofSeconds(90);
    private static final Duration COPYING = Duration.ofSeconds(30);

    private final PatroniHold hold;

    PatroniActs(PatroniHold hold) {
        this.hold = hold;
    }

    Action schedule(PatroniMember to, OffsetDateTime at) {
        String leader = leader();
        String when = at.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        return act(
                "schedule-switchover",
                "Lets Patroni make %s the leader in place of %s at %s. It judges then whether it can."
                        .formatted(to.name(), leader, when),
                Danger.DANGEROUS,
                hold.api(),
                PatroniRequest.switchoverAt(leader, to.name(), when),
                new PatroniAction.Sign(
                        "it is scheduled", view -> view.scheduled().isPresent(), SOON));
    }

    Action unschedule(PatroniView.Scheduled planned) {
        return act(
                "unschedule-switchover",
                "Takes the switchover of %s back. Nothing else changes.".formatted(planned.at()),
                Danger.ORDINARY,
                hold.api(),
                PatroniRequest.unschedule(),
                new PatroniAction.Sign(
                        "it is taken back", view -> view.scheduled().isEmpty(), SOON));
    }

    Action pause(boolean pause) {
        String preview = pause
                ? "Lets Patroni leave PostgreSQL alone on all %d members: nobody fails over until it is resumed."
                : "Lets Patroni take care of its %d members again: it fails over by itself from then on.";
        return act(
                pause ? "pause-patroni" : "resume-patroni",
                preview.formatted(hold.view().members().size()),
                pause ? Danger.DANGEROUS : Danger.ORDINARY,
                hold.api(),
                PatroniRequest.pause(pause),
                new PatroniAction.Sign(pause ? "it is paused" : "it is resumed", view -> view.paused() == pause, SOON));
    }

    Action restart(PatroniMember member) {
        String what = member.role().leads()
                ? "Restarts PostgreSQL on %s, the leader: all its sessions end, and nobody takes writes for seconds."
                : "Restarts PostgreSQL on %s: all its sessions end.";
        return act(
                "restart",
                what.formatted(member.name())
                        + (member.pendingRestart() ? " Settings that wait for it take effect." : ""),
                Danger.DANGEROUS,
                api(member),
                PatroniRequest.restart(),
                new PatroniAction.Sign(
                        "it runs again", is(member, now -> now.runs() && !now.pendingRestart()), RESTARTED));
    }

    Action reinitialize(PatroniMember member) {
        return act(
                "reinitialize",
                "Empties the data directory of %s and copies it anew from %s. Queries on it end; until it has caught up, there is one standby less. There is no undo."
                        .formatted(member.name(), leader()),
                Danger.DANGEROUS,
                api(member),
                PatroniRequest.reinitialize(),
                new PatroniAction.Sign("it is being copied", is(member, now -> !now.runs()), COPYING));
    }

    private Action act(
            String name, String preview, Danger danger, HostPort api, PatroniRequest request, PatroniAction.Sign sign) {
        return new PatroniAction(hold, name, preview, danger, api, request, sign);
    }

    private String leader() {
        return hold.view().leader().map(PatroniMember::name).orElse("nobody");
    }

    private static HostPort api(PatroniMember member) {
        return Objects.requireNonNull(member.api(), "an offer without a REST API is not made");
    }

    private static Predicate<PatroniView> is(PatroniMember member, Predicate<PatroniMember> what) {
        return view -> view.member(member.name()).filter(what).isPresent();
    }
}
