package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.plan.PlanCard;
import dev.watchkeeper.app.dialogs.ParametersDialog;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.workload.StatementId;
import dev.watchkeeper.postgres.plans.AnalyzeStatement;
import dev.watchkeeper.postgres.plans.ExplainRequest;
import dev.watchkeeper.postgres.plans.Explained;
import dev.watchkeeper.postgres.plans.Explainer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The plan of the chosen statement, and asking for others: for any values, for given ones, measured. */
final class PlanDesk {
    private static final Duration MEASURED_FOR = Duration.ofSeconds(20);

    private record Chosen(StatementId id, String text) {}

    private final PaneContext context;
    private final PlanCard card = new PlanCard();
    private final Map<String, @Nullable String> lastValues = new HashMap<>();
    private Optional<Chosen> chosen = Optional.empty();

    PlanDesk(PaneContext context) {
        this.context = context;
        card.onOpen(dialog -> {
            dialog.onClose(context.modals()::close);
            context.modals().open(dialog, () -> {});
        });
        card.onTry(advice -> advice.statement().ifPresent(statement -> context.goTo("console", statement)));
        card.setButtons(
                Buttons.plain("EXPLAIN (generic)", this::generic),
                Buttons.plain("With values…", this::withValues),
                Buttons.plain("Run and measure…", this::measure));
    }

    PlanCard card() {
        return card;
    }

    /** Another statement was chosen. */
    void choose(StatementId id) {
        chosen = Optional.of(new Chosen(id, ""));
        card.showNothing("Looking…", "for the plans that were kept of it.");
    }

    /** Its text is known. */
    void text(StatementId id, String text) {
        if (chosen.filter(one -> one.id().equals(id)).isPresent()) {
            chosen = Optional.of(new Chosen(id, text));
        }
    }

    void show(PlanView view) {
        switch (view) {
            case PlanView.One one -> card.show(one.plan(), one.advice(), one.remarks());
            case PlanView.Two two -> card.show(two.comparison(), two.nameA(), two.nameB(), two.advice(), two.remarks());
            case PlanView.None none -> card.showNothing(none.title(), none.text());
        }
    }

    /** For any values. */
    void generic() {
        asked((one, request) -> explained(one, request, ExplainStep.GENERIC));
    }

    /** For values that are asked for. */
    void withValues() {
        asked((one, request) -> values(one, request, filled -> explained(one, filled, ExplainStep.GIVEN)));
    }

    /** Run, after it was confirmed, and rolled back. */
    void measure() {
        asked((one, request) -> values(one, request, filled -> explained(one, filled, ExplainStep.MEASURED)));
    }

    private enum ExplainStep {
        GENERIC,
        GIVEN,
        MEASURED
    }

    private void asked(BiConsumer<Chosen, ExplainRequest> deed) {
        chosen.filter(one -> !one.text().isBlank() && !one.id().isOthers())
                .ifPresent(one -> deed.accept(
                        one,
                        ExplainRequest.of(one.text())
                                .in(one.id().database())
                                .as(one.id().role())));
    }

    /** Asks for the values of its parameters, if it has some. */
    private void values(Chosen one, ExplainRequest request, Consumer<ExplainRequest> then) {
        context.background("parameters", () -> {
            try {
                List<String> types = Explainer.parameters(context.postgres(), request);
                context.fx().run(() -> values(types, request, then));
            } catch (FaultException e) {
                context.fx().run(() -> refused(one, e));
            }
        });
    }

    private void values(List<String> types, ExplainRequest request, Consumer<ExplainRequest> then) {
        if (types.isEmpty()) {
            then.accept(request);
            return;
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            names.add("$" + (i + 1) + " " + types.get(i));
        }
        ParametersDialog dialog = new ParametersDialog(
                context.target(),
                names,
                lastValues,
                values -> {
                    context.modals().close();
                    lastValues.putAll(values);
                    then.accept(request.with(names.stream()
                            .map(name -> Optional.ofNullable(values.get(name)))
                            .toList()));
                },
                context.modals()::close);
        context.modals().open(dialog, () -> {});
        dialog.focus();
    }

    private void explained(Chosen one, ExplainRequest request, ExplainStep step) {
        context.background("explain", () -> {
            try {
                if (step == ExplainStep.MEASURED) {
                    AnalyzeStatement action = AnalyzeStatement.of(
                            context.postgres(),
                            request,
                            MEASURED_FOR,
                            explained -> context.fx().run(() -> came(one, explained)));
                    context.fx().run(() -> context.act(action));
                } else {
                    Explained explained = Explainer.explain(context.postgres(), request);
                    context.fx().run(() -> came(one, explained));
                }
            } catch (FaultException e) {
                context.fx().run(() -> refused(one, e));
            }
        });
    }

    private void came(Chosen one, Explained explained) {
        if (chosen.filter(now -> now.id().equals(one.id())).isPresent()) {
            show(PlanFinder.view(explained));
        }
    }

    private void refused(Chosen one, FaultException why) {
        if (chosen.filter(now -> now.id().equals(one.id())).isPresent()) {
            card.showNothing("No plan", why.fault().sentence());
        }
    }
}
