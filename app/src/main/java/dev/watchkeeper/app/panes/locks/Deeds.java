package dev.watchkeeper.app.panes.locks;

import dev.watchkeeper.app.panes.locks.picture.Consequence;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.locks.Member;
import dev.watchkeeper.postgres.locks.PreparedTransaction;
import dev.watchkeeper.postgres.locks.RollbackPrepared;
import dev.watchkeeper.postgres.sessions.CancelQueries;
import dev.watchkeeper.postgres.sessions.SessionId;
import dev.watchkeeper.postgres.sessions.SessionState;
import dev.watchkeeper.postgres.sessions.TerminateSessions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** What can be done about one of the forest, and why not if it can't. Lives on the FX thread. */
final class Deeds {
    private final PaneContext context;
    private final PostgresServer server;
    private final Consumer<Outcome> afterwards;

    /**
     * @param afterwards called when something was done
     */
    Deeds(PaneContext context, PostgresServer server, Consumer<Outcome> afterwards) {
        this.context = context;
        this.server = server;
        this.afterwards = afterwards;
    }

    /** Why nothing can be done about it; empty if something can. */
    Optional<String> refusal(Member member, LocksScene scene) {
        if (!scene.live()) {
            return Optional.of("You look back. Go to now to act.");
        }
        if (scene.forest().member(member.party()).isEmpty()) {
            return Optional.of("It is no longer part of the forest: it has ended, or let go of its locks.");
        }
        if (server.target().readOnly()) {
            return Optional.of(server.target().name() + " is marked read-only: nothing is changed on it.");
        }
        if (!member.party().isPrepared() && member.backendStart() == null) {
            return Optional.of("The session was gone before one could look at it.");
        }
        return Optional.empty();
    }

    /** Whether there is a statement to cancel. */
    static boolean runsStatement(Member member) {
        return member.state() == SessionState.ACTIVE && !member.party().isPrepared();
    }

    void terminate(Member member, LocksScene scene) {
        Instant start = member.backendStart();
        if (start != null) {
            SessionId session = new SessionId(member.party().pid(), start);
            String preview = "Terminates " + about(member, scene);
            context.act(new TerminateSessions(server, List.of(session), preview), afterwards);
        }
    }

    void cancel(Member member, LocksScene scene) {
        Instant start = member.backendStart();
        if (start != null) {
            SessionId session = new SessionId(member.party().pid(), start);
            String preview = "Cancels the statement of pid " + member.party().pid() + " ("
                    + Objects.requireNonNullElse(member.user(), "unknown user") + "); the session stays";
            context.act(new CancelQueries(server, List.of(session), preview), afterwards);
        }
    }

    /**
     * Looks up the plan of what it runs.
     *
     * @param show called on the FX thread with the plan
     */
    void plan(Member member, Consumer<String> show) {
        context.background("plan of " + member.party().label(), () -> {
            try {
                String plan = MemberPlan.of(server, member);
                context.fx().run(() -> show.accept(plan));
            } catch (FaultException e) {
                context.fx().run(() -> show.accept(e.fault().sentence()));
            }
        });
    }

    void rollbackPrepared(Member member, LocksScene scene) {
        String preview = "Rolls back " + about(member, scene);
        context.background("find " + member.party().gid(), () -> {
            try {
                Optional<PreparedTransaction> found =
                        PreparedTransaction.find(server, member.party().gid());
                found.ifPresentOrElse(
                        transaction -> context.fx()
                                .run(() -> context.act(new RollbackPrepared(server, transaction, preview), afterwards)),
                        () -> context.say(member.party().gid() + " is gone already"));
            } catch (FaultException e) {
                context.complain(e.fault());
            }
        });
    }

    /** {@code pid 4711 (app_rw, 12 min in transaction, 3 locks): 412 sessions get free}. */
    private static String about(Member member, LocksScene scene) {
        int locks = member.holds().size();
        int free = scene.forest().freedBy(member.party()).inTurn().size();
        String who = member.party().isPrepared()
                ? "the prepared transaction " + member.party().gid()
                : "pid " + member.party().pid();
        String age =
                member.xactStart() == null ? "" : ", " + Spans.words(member.xactAge(scene.at())) + " in transaction";
        return who + " (" + Objects.requireNonNullElse(member.user(), "unknown user") + age
                + (locks == 0 ? "" : ", " + Sizes.of(locks, "contended lock", "contended locks")) + "): "
                + Sizes.of(free, "session gets", "sessions get") + " free. "
                + Consequence.of(scene.forest(), member, scene.at()).text();
    }
}
