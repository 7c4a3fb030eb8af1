package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.app.reports.OtherPlans;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.history.Interval;
import dev.watchkeeper.history.KeptPlan;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.workload.QueryRef;
import dev.watchkeeper.kernel.workload.StatementId;
import dev.watchkeeper.postgres.plans.ExplainRequest;
import dev.watchkeeper.postgres.plans.Explained;
import dev.watchkeeper.postgres.plans.Explainer;
import dev.watchkeeper.postgres.plans.GoneIndexes;
import dev.watchkeeper.postgres.plans.advice.Advice;
import dev.watchkeeper.postgres.plans.tree.Plan;
import dev.watchkeeper.postgres.plans.tree.PlanComparison;
import dev.watchkeeper.postgres.plans.tree.PlanReader;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * Finds the plans that tell most about a statement: those of A and B if they differ, else the last change, else the one
 * that is known; the server is asked only where none was kept. Its calls block.
 */
final class PlanFinder {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm");

    private final PaneContext context;

    PlanFinder(PaneContext context) {
        this.context = context;
    }

    PlanView find(StatementId id, String text, Past past) throws FaultException {
        if (id.isOthers()) {
            return new PlanView.None("No plan", "These are many statements, which are not told apart.");
        }
        List<KeptPlan> kept = context.history().plans(context.target().name(), QueryRef.of(id));
        if (kept.isEmpty()) {
            return now(id, text);
        }
        Optional<Interval> a = past.wanted().before();
        Optional<KeptPlan> later =
                a.isPresent() ? OtherPlans.lastBegun(kept, past.told().to()) : last(kept);
        Optional<KeptPlan> earlier =
                a.isPresent() ? OtherPlans.lastBegun(kept, a.get().to()) : previous(kept);
        if (later.isEmpty()) {
            later = last(kept);
        }
        KeptPlan shown = later.orElseThrow();
        if (earlier.isPresent() && !earlier.get().shape().equals(shown.shape())) {
            return two(earlier.get(), shown, a.isPresent());
        }
        Plan plan = PlanReader.read(shown.json());
        return new PlanView.One(plan, advice(plan), List.of("As estimated " + at(shown.lastSeen())));
    }

    private static Optional<KeptPlan> last(List<KeptPlan> kept) {
        return Optional.of(kept.getLast());
    }

    private static Optional<KeptPlan> previous(List<KeptPlan> kept) {
        return kept.size() < 2 ? Optional.empty() : Optional.of(kept.get(kept.size() - 2));
    }

    private PlanView two(KeptPlan earlier, KeptPlan later, boolean intervals) throws FaultException {
        Plan a = PlanReader.read(earlier.json());
        Plan b = PlanReader.read(later.json());
        PlanComparison comparison = PlanComparison.of(a, b, GoneIndexes.of(context.postgres(), a));
        return new PlanView.Two(
                comparison,
                intervals ? "A" : "Before",
                (intervals ? "B, since " : "Since ") + at(later.firstSeen()),
                advice(b),
                List.of());
    }

    private List<Advice> advice(Plan plan) throws FaultException {
        return Explainer.advice(context.postgres(), plan);
    }

    /** As the server would carry it out now, for any values of its parameters. */
    PlanView now(StatementId id, String text) throws FaultException {
        if (text.isBlank()) {
            return new PlanView.None("No plan", "The statement's text is not known.");
        }
        return view(Explainer.explain(
                context.postgres(), ExplainRequest.of(text).in(id.database()).as(id.role())));
    }

    /** A plan that was asked for just now. */
    static PlanView view(Explained explained) {
        return new PlanView.One(explained.plan(), explained.advice(), explained.remarks());
    }

    private String at(Instant moment) {
        boolean today = moment.isAfter(context.clock().instant().minusSeconds(20 * 3600));
        return (today ? CLOCK : DAY).format(moment.atZone(ZoneId.systemDefault()));
    }
}
