package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.plans.AnalyzeStatement;
import dev.watchkeeper.postgres.plans.ExplainRequest;
import dev.watchkeeper.postgres.plans.Explained;
import dev.watchkeeper.postgres.plans.Explainer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code watchkeeper explain}. */
@Command(
        name = "explain",
        header = "Shows how a server carries out a statement, who takes the time, and what to try.",
        description = {
            "",
            "Without --analyze nothing is run. Parameters ($1) are planned for any values, unless --param gives them.",
            "With --analyze the statement is run in a transaction that is rolled back; before, it says what a roll-back"
                    + " does not undo, and asks.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  watchkeeper explain --on billing -c 'select * from orders where state = $1'",
            "  watchkeeper explain --on billing -f slow.sql --analyze --param open --param 2026-03-01",
            "  watchkeeper explain --on billing -f - --format json < slow.sql"
        })
final class ExplainCommand implements Callable<Integer> {
    /** As COPY writes it. */
    private static final String NULL = "\\N";

    private final Setting setting;

    @Spec
    private CommandSpec spec;

    @Option(names = "--on", required = true, paramLabel = "TARGET", description = "where, with its database")
    private String on;

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    /** Where the statement stands. */
    static final class Source {
        @Option(names = "-f", paramLabel = "FILE", description = "a file with one statement; - is standard input")
        private @Nullable Path file;

        @Option(names = "-c", paramLabel = "SQL", description = "the statement")
        private @Nullable String text;
    }

    @Option(names = "--analyze", description = "run it, and roll it back, to measure what it takes")
    private boolean analyze;

    @Option(
            names = "--param",
            paramLabel = "VALUE",
            description = "value of the next parameter, $1 first; \\N is NULL; may be given several times")
    private List<String> values = new ArrayList<>();

    @Option(names = "--generic", description = "plan for any values, also if some are given")
    private boolean generic;

    @Option(
            names = "--timeout",
            paramLabel = "SPAN",
            defaultValue = "20s",
            converter = SpanConverter.class,
            description = "with --analyze: when the server ends it, 29s at most (default: ${DEFAULT-VALUE})")
    private Duration timeout;

    @Option(names = "--format", defaultValue = "text", description = "text, json or table (default: text)")
    private PlanFormat format;

    @Mixin
    private Confirmation confirmation;

    ExplainCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException {
        if (analyze && generic) {
            throw new ParameterException(
                    spec.commandLine(), "--analyze runs it, which takes values: not with --generic");
        }
        String text = text();
        try (Workbench bench = setting.workbench()) {
            Target target = bench.resolve(on);
            requirePostgres(target);
            PostgresServer server = bench.open(target);
            if (analyze) {
                return analyze(bench, target, server, request(text));
            }
            Explained explained = Entrance.through(bench, target, () -> Explainer.explain(server, request(text)));
            write(target, explained);
            return Exit.DONE;
        }
    }

    private static void requirePostgres(Target target) throws FaultException {
        if (target.endpoint().engine() != Engine.POSTGRESQL) {
            throw new FaultException(
                    FaultKind.UNSUPPORTED, target.name() + " is no PostgreSQL server", "Only those have plans");
        }
    }

    private ExplainRequest request(String text) {
        ExplainRequest request = ExplainRequest.of(text);
        if (generic || values.isEmpty()) {
            return request;
        }
        return request.with(values.stream()
                .map(value -> Optional.of(value).filter(one -> !one.equals(NULL)))
                .toList());
    }

    /** What it will do goes beside the output, so that the output can be read by programs. */
    private int analyze(Workbench bench, Target target, PostgresServer server, ExplainRequest request)
            throws FaultException {
        List<Explained> seen = new ArrayList<>();
        AnalyzeStatement action =
                Entrance.through(bench, target, () -> AnalyzeStatement.of(server, request, timeout, seen::add));
        Console console = setting.console();
        console.note(target.name() + " (" + target.environment().label() + "): " + Visible.of(action.preview()));
        if (confirmation.isDryRun()) {
            console.note(action.statement().indent(2).stripTrailing());
            console.note("Dry run: nothing was done.");
            return Exit.DONE;
        }
        if (!confirmation.isGiven(action, console)) {
            console.note("Nothing was done.");
            return Exit.FAILED;
        }
        bench.desk().run(action);
        write(target, seen.getFirst());
        return Exit.DONE;
    }

    private void write(Target target, Explained explained) throws FaultException {
        PlanOutput output = new PlanOutput(setting.console());
        switch (format) {
            case TEXT -> output.text(explained);
            case JSON -> output.json(target.name(), explained);
            case TABLE -> output.table(explained);
        }
    }

    private String text() throws FaultException {
        if (source.text != null) {
            return source.text;
        }
        return SqlSource.read(Objects.requireNonNull(source.file));
    }
}
