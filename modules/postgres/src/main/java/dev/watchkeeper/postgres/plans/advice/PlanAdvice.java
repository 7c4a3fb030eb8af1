package dev.watchkeeper.postgres.plans.advice;

import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.plans.tree.Plan;
import dev.watchkeeper.postgres.plans.tree.PlanJit;
import dev.watchkeeper.postgres.plans.tree.PlanTrigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks through a plan with every {@link Rule}. */
public final class PlanAdvice {
    private static final List<Check> CHECKS = List.of(
            new SeqScanCheck(),
            new Misestimate(),
            new SpillCheck(),
            new LoopsCheck(),
            new AccessCheck(),
            new WorkersCheck());

    private static final double JIT_SHARE = 0.25;
    private static final double TRIGGER_SHARE = 0.2;
    private static final double WORTH_MS = 50;

    private PlanAdvice() {}

    /** What is found, the grave first, then by the share of the node that it is about; empty for a plan that is well. */
    public static List<Advice> of(Plan plan, PlanCatalog catalog) {
        Examination examination = Examination.of(plan, catalog);
        List<Advice> found = new ArrayList<>();
        plan.nodes().forEach(node -> CHECKS.forEach(check -> check.look(node, examination, found::add)));
        plan.jit().flatMap(jit -> jit(plan, jit)).ifPresent(found::add);
        plan.triggers().forEach(trigger -> trigger(plan, trigger).ifPresent(found::add));
        found.sort(Comparator.comparing((Advice one) -> !one.grave())
                .thenComparing(Comparator.comparingDouble((Advice one) -> share(one, examination))
                        .reversed()));
        return List.copyOf(found);
    }

    private static double share(Advice advice, Examination plan) {
        return advice.node() == Advice.WHOLE
                ? 0
                : plan.share(plan.plan().nodes().get(advice.node()));
    }

    private static Optional<Advice> jit(Plan plan, PlanJit jit) {
        double whole = plan.executionMs().orElse(0);
        if (jit.ms() < WORTH_MS || jit.ms() < JIT_SHARE * whole) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                Advice.WHOLE,
                Rule.JIT,
                jit.ms() > whole / 2,
                "Compiling took " + words(jit.ms()) + " of " + words(whole) + ".",
                String.format(
                        Locale.ROOT,
                        "%d functions were compiled, because the plan's cost of %.0f is above jit_above_cost. Raise that,"
                                + " or switch it off for this statement.",
                        jit.functions(),
                        plan.root().estimate().totalCost()),
                Optional.of("SET jit = off;")));
    }

    private static Optional<Advice> trigger(Plan plan, PlanTrigger trigger) {
        double whole = plan.executionMs().orElse(0);
        if (trigger.ms() < WORTH_MS || trigger.ms() < TRIGGER_SHARE * whole) {
            return Optional.empty();
        }
        boolean key = trigger.name().startsWith("RI_ConstraintTrigger");
        return Optional.of(new Advice(
                Advice.WHOLE,
                Rule.SLOW_TRIGGER,
                trigger.ms() > whole / 2,
                "The trigger " + (trigger.constraint().isEmpty() ? trigger.name() : trigger.constraint()) + " took "
                        + words(trigger.ms()) + " of " + words(whole) + ".",
                "It ran " + Figures.count(trigger.calls()) + " times."
                        + (key
                                ? " It checks a foreign key: the referencing columns want an index, if they have none."
                                : ""),
                Optional.empty()));
    }

    private static String words(double ms) {
        return Spans.words(Duration.ofMillis(Math.round(ms)));
    }
}
