package dev.watchkeeper.app.panes.sessions;

import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.postgres.sessions.ExplainQuery;
import dev.watchkeeper.postgres.sessions.Session;
import dev.watchkeeper.postgres.sessions.SessionDetail;
import dev.watchkeeper.postgres.sessions.SessionDetailProbe;
import dev.watchkeeper.postgres.sessions.SessionId;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Looks closer at the chosen session, one look at a time, elsewhere than on the FX thread. */
final class Closer {
    /** What comes of a look; called on the FX thread. */
    interface Sight {
        void detail(SessionId of, Snapshot<SessionDetail> detail);

        void fault(SessionId of, Fault fault);
    }

    private final PaneContext context;
    private final Sight sight;
    private final AtomicBoolean looking = new AtomicBoolean();

    Closer(PaneContext context, Sight sight) {
        this.context = context;
        this.sight = sight;
    }

    /** Looks, unless it is looking still: then the next tick does. */
    void look(Session session) {
        if (looking.compareAndSet(false, true)) {
            context.background("detail", () -> read(session.id()));
        }
    }

    private void read(SessionId id) {
        try {
            Snapshot<SessionDetail> detail = new SessionDetailProbe(context.postgres(), id).read();
            context.fx().run(() -> sight.detail(id, detail));
        } catch (FaultException e) {
            context.fx().run(() -> sight.fault(id, e.fault()));
        } finally {
            looking.set(false);
        }
    }

    /** Asks for the plan, without running the statement; gives the plan, or why there is none, on the FX thread. */
    void plan(Session session, Consumer<String> text) {
        context.background("plan", () -> {
            String plan = planOf(session);
            context.fx().run(() -> text.accept(plan));
        });
    }

    private String planOf(Session session) {
        try {
            return ExplainQuery.plan(context.postgres(), session);
        } catch (FaultException e) {
            return "-- no plan: " + e.fault().sentence();
        }
    }
}
