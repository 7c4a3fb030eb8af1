package dev.watchkeeper.postgres.plans;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.sql.Verb;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.plans.Explained.Way;
import dev.watchkeeper.postgres.plans.advice.PlanAdvice;
import dev.watchkeeper.postgres.plans.advice.PlanCatalog;
import dev.watchkeeper.postgres.plans.tree.Plan;
import dev.watchkeeper.postgres.plans.tree.PlanReader;
import dev.watchkeeper.postgres.sql.Quoting;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs a statement to measure its plan, in a transaction that is rolled back; a statement that only reads, in a read-only
 * one. Says before what a roll-back does not undo.
 */
public final class AnalyzeStatement implements Action {
    /** Longer than this no action takes. */
    public static final Duration LONGEST = Duration.ofSeconds(29);

    private static final SqlFile ANALYZE = SqlFile.of(AnalyzeStatement.class, "analyze");
    private static final SqlFile READ_ONLY = SqlFile.of(AnalyzeStatement.class, "read_only");
    private static final SqlFile TIMEOUT = SqlFile.of(AnalyzeStatement.class, "timeout");
    private static final SqlFile PREPARE = SqlFile.of(AnalyzeStatement.class, "prepare");

    private final PostgresServer server;
    private final ExplainRequest request;
    private final String text;
    private final Plan estimate;
    private final String values;
    private final RunEffects effects;
    private final Duration timeout;
    private final Consumer<Explained> gets;

    private AnalyzeStatement(
            PostgresServer server,
            ExplainRequest request,
            String text,
            Plan estimate,
            String values,
            RunEffects effects,
            Duration timeout,
            Consumer<Explained> gets) {
        this.server = server;
        this.request = request;
        this.text = text;
        this.estimate = estimate;
        this.values = values;
        this.effects = effects;
        this.timeout = timeout;
        this.gets = gets;
    }

    /**
     * Looks what running it would do, without running it.
     *
     * @param timeout after which the server ends it; {@link #LONGEST} at most
     * @param gets the measured plan, when it was run; on the thread that runs the action
     * @throws FaultException as {@link Explainer#explain}; BAD_INPUT if it has parameters and no values are given
     */
    public static AnalyzeStatement of(
            PostgresServer server, ExplainRequest request, Duration timeout, Consumer<Explained> gets)
            throws FaultException {
        Explained estimate = Explainer.explain(server, request);
        if (estimate.way() == Way.GENERIC) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "running the statement needs values for its parameters",
                    "They are of these types: " + String.join(", ", Explainer.parameters(server, request)));
        }
        String text = PlannedText.of(request.text());
        Duration limit = timeout.compareTo(LONGEST) > 0 ? LONGEST : timeout;
        RunEffects effects = RunEffects.of(server, text, estimate.plan());
        return new AnalyzeStatement(server, request, text, estimate.plan(), values(request), effects, limit, gets);
    }

    private static String values(ExplainRequest request) {
        List<String> literals = request.values().orElse(List.of()).stream()
                .map(value -> value.map(Quoting::literal).orElse("null"))
                .toList();
        return literals.isEmpty() ? "" : "(" + String.join(", ", literals) + ")";
    }

    /** What running it does although it is rolled back. */
    public RunEffects effects() {
        return effects;
    }

    @Override
    public Target target() {
        return server.target();
    }

    @Override
    public String name() {
        return "explain-analyze";
    }

    @Override
    public String preview() {
        List<String> parts = new ArrayList<>();
        parts.add(String.format(
                Locale.ROOT,
                "runs the %s to measure it (%s expected, estimated cost %,.0f) in a %s, for %s at most",
                Verb.of(text),
                Sizes.of(Math.round(rows()), "row", "rows"),
                estimate.root().estimate().totalCost(),
                effects.writes() ? "transaction that is rolled back" : "read-only transaction",
                Spans.words(timeout)));
        parts.addAll(effects.meanwhile());
        if (effects.lasting().isEmpty()) {
            return String.join("; ", parts);
        }
        return String.join("; ", parts) + ". A roll-back does not undo this: " + String.join("; ", effects.lasting());
    }

    /** A statement that writes gives no rows: those that come from below are written. */
    private double rows() {
        return estimate.writes() && !estimate.root().children().isEmpty()
                ? estimate.root().children().getFirst().estimate().rows()
                : estimate.root().estimate().rows();
    }

    @Override
    public String statement() {
        List<String> statements = new ArrayList<>();
        if (!effects.writes()) {
            statements.add(READ_ONLY.filled());
        }
        statements.add(TIMEOUT.filled(Quoting.literal(timeout.toMillis() + "ms")));
        statements.add(PREPARE.filled().replace(":query", text));
        statements.add(ANALYZE.filled().replace(":values", values));
        return "-- in a transaction that is rolled back\n" + String.join(";\n", statements);
    }

    @Override
    public Danger danger() {
        return effects.writes() ? Danger.DANGEROUS : Danger.ORDINARY;
    }

    @Override
    public Outcome run() throws FaultException {
        long start = System.nanoTime();
        Explained explained;
        try {
            explained = server.act(this::run);
        } catch (FaultException e) {
            throw ended(e, since(start));
        }
        gets.accept(explained);
        Duration took = since(start);
        double ms = explained.plan().executionMs().orElse(0);
        return new Outcome(
                true,
                String.format(Locale.ROOT, "ran for %,.1f ms, and was rolled back", ms),
                took,
                Map.of("execution_us", Math.round(1000 * ms)));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The timeout is one that somebody chose for this. */
    private FaultException ended(FaultException cause, Duration after) {
        if (cause.fault().kind() != FaultKind.TIMEOUT || after.compareTo(timeout) < 0) {
            return cause;
        }
        return new FaultException(
                new Fault(
                        FaultKind.TIMEOUT,
                        "the statement ran for " + Spans.words(timeout)
                                + " and was not done: the server ended it, and rolled it back",
                        "Allow it more, " + Spans.words(LONGEST) + " at most, or look at its plan without running it"),
                cause);
    }

    private Explained run(Connected connected) throws SQLException, FaultException {
        String json;
        try (Preparation preparation = Preparation.begin(connected, request, false)) {
            if (!effects.writes()) {
                preparation.readOnly();
            }
            List<String> types = preparation.prepare(text);
            setTimeout(connected);
            String sql = ANALYZE.text(connected.version()).replace(":values", preparation.values(types));
            json = Explainer.json(connected, sql);
        }
        Plan plan = PlanReader.read(json);
        return new Explained(
                plan, json, Way.ANALYZED, List.of(), PlanAdvice.of(plan, PlanCatalog.read(connected, plan)));
    }

    private void setTimeout(Connected connected) throws SQLException, FaultException {
        try (PreparedStatement statement = connected.prepare(TIMEOUT)) {
            statement.setString(1, timeout.toMillis() + "ms");
            statement.execute();
        }
    }
}
