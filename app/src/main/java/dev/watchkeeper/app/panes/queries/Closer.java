package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.history.HistoryReader;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.sql.WithoutConstants;
import dev.watchkeeper.kernel.workload.QueryRef;
import dev.watchkeeper.kernel.workload.StatementId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Looks closer at the chosen statement, in the background; only the newest look is shown. */
final class Closer {
    private static final int STEPS = 90;

    /** So many characters of a statement tell what it is like. */
    private static final int TELLING = 4000;

    private final PaneContext context;
    private final PlanFinder plans;
    private final AtomicLong newest = new AtomicLong();

    Closer(PaneContext context, PlanFinder plans) {
        this.context = context;
        this.plans = plans;
    }

    /**
     * @param found gets the closer look; on the FX thread
     * @param plan gets the plan, a moment later; on the FX thread
     */
    void look(StatementLine line, Past past, Consumer<Closeup> found, Consumer<PlanView> plan) {
        long number = newest.incrementAndGet();
        context.background("statement", () -> {
            try {
                Closeup closeup = closeup(line, past);
                show(number, found, closeup);
                show(number, plan, plans.find(line.id(), closeup.text(), past));
            } catch (FaultException e) {
                show(number, plan, new PlanView.None("No plan", e.fault().sentence()));
            }
        });
    }

    /** What is under way is not shown any more. */
    void forget() {
        newest.incrementAndGet();
    }

    private <T> void show(long number, Consumer<T> door, T value) {
        context.fx().run(() -> {
            if (newest.get() == number) {
                door.accept(value);
            }
        });
    }

    private Closeup closeup(StatementLine line, Past past) throws FaultException {
        HistoryReader history = context.history();
        StatementId id = line.id();
        QueryRef query = QueryRef.of(id);
        String text = history.texts(context.target().name(), List.of(query)).getOrDefault(query, "");
        return new Closeup(
                id,
                text,
                history.statement(context.target().name(), id, past.wanted().visible(past.now()), STEPS),
                variants(id, text, past));
    }

    private static List<StatementLine> variants(StatementId id, String text, Past past) {
        if (text.isBlank()) {
            return List.of();
        }
        String shape = WithoutConstants.of(text, TELLING);
        return StatementLine.of(past).stream()
                .filter(line -> !line.id().equals(id) && !line.id().isOthers())
                .filter(line -> WithoutConstants.of(past.statements().text(line.id()), TELLING)
                        .equals(shape))
                .toList();
    }
}
