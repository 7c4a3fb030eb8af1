package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.sql.SqlScript;
import dev.watchkeeper.kernel.sql.SqlStatement;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.console.ConsoleSettings;
import dev.watchkeeper.postgres.console.Request;
import dev.watchkeeper.postgres.console.SqlConsole;
import dev.watchkeeper.postgres.console.StatementFault;
import dev.watchkeeper.postgres.console.TransactionMode;
import dev.watchkeeper.redis.console.Bounds;
import dev.watchkeeper.redis.console.ConsoleCommand;
import dev.watchkeeper.redis.console.RedisConsole;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code watchkeeper query}. */
@Command(
        name = "query",
        header = "Runs SQL, and what psql knows as \\d, \\dt, \\di, \\df, \\du, \\dn, \\dx, \\l.",
        description = {
            "",
            "What only reads is run at once, in transactions that the server keeps read-only. What changes something is"
                    + " shown first: rows by a trial that is rolled back, locks, who is in the way. Then it is asked for"
                    + " once, all statements together, and written into the audit log.",
            "Rows go to standard output; messages, counts and errors beside it.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  watchkeeper query --on billing -c '\\d orders'",
            "  watchkeeper query --on billing -c 'select * from orders where state = :state' --param state=open",
            "  watchkeeper query --on billing -f cleanup.sql --single-transaction --dry-run",
            "  watchkeeper query --on billing -c 'table orders' --format csv > orders.csv"
        })
final class QueryCommand implements Callable<Integer> {
    private final Setting setting;

    @Option(names = "--on", required = true, paramLabel = "TARGET", description = "where")
    private String on;

    @Mixin
    private QueryText text;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, csv, json, jsonl, insert or markdown (default: ${DEFAULT-VALUE})")
    private QueryFormat format;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "at most so many rows of each result; without it a table shows 1000, the others all")
    private @Nullable Long limit;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            defaultValue = "result",
            description = "into which --format insert inserts (default: ${DEFAULT-VALUE})")
    private String table;

    @Option(names = "--param", paramLabel = "NAME=VALUE", description = "the value of :name; may be given again")
    private Map<String, String> params = new LinkedHashMap<>();

    @Option(
            names = "--write",
            description = "let what seems to read only write too, as a function may that a SELECT calls")
    private boolean write;

    @Option(names = "--single-transaction", description = "all of it or nothing")
    private boolean singleTransaction;

    @Option(
            names = "--timeout",
            paramLabel = "SPAN",
            converter = SpanConverter.class,
            description = "the server ends a statement that takes longer (default: no limit)")
    private @Nullable Duration timeout;

    @Mixin
    private Confirmation confirmation;

    QueryCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException {
        try (Workbench bench = setting.workbench()) {
            Target target = bench.resolve(on);
            return RedisQuery.suits(target) ? commands(bench, target) : statements(bench, target);
        }
    }

    private int commands(Workbench bench, Target target) throws FaultException {
        List<ConsoleCommand> commands = RedisQuery.commands(text.read("\n"), singleTransaction);
        Bounds bounds = timeout == null ? Bounds.USUAL : Bounds.USUAL.withAnswer(timeout);
        try (RedisConsole redis = new RedisConsole(bench.redis(target), bounds)) {
            RedisQuery query = new RedisQuery(redis, setting.console(), format);
            Entrance.through(bench, target, () -> {
                redis.connect();
                return redis.state();
            });
            return query.run(commands, confirmation, bench.desk());
        }
    }

    private int statements(Workbench bench, Target target) throws FaultException {
        requireSuitable(target);
        String script = text.read();
        List<Request> requests = requests(script);
        if (requests.isEmpty()) {
            throw new FaultException(FaultKind.BAD_INPUT, "there is no statement in it", "");
        }
        boolean changes = requests.stream().anyMatch(request -> changes(target, request));
        try (SqlConsole sql = new SqlConsole(
                bench.open(target), settings(changes), setting.surroundings().clock())) {
            Entrance.through(bench, target, () -> sql.ask(Connected::host));
            QueryOutput output = new QueryOutput(
                    setting.console(), format, limit == null ? OptionalLong.empty() : OptionalLong.of(limit), table);
            QueryRun run = new QueryRun(sql, output, setting.console(), singleTransaction);
            try {
                return changes ? run.asked(requests, confirmation, bench.desk()) : run.atOnce(requests);
            } catch (StatementFault e) {
                int code = QueryFaults.tell(setting.console(), script, e);
                QueryFaults.tellWhich(setting.console(), requests, output.done(), singleTransaction);
                return code;
            }
        }
    }

    private List<Request> requests(String script) {
        Map<String, @Nullable String> values = new HashMap<>(params);
        return SqlScript.of(script).statements().stream()
                .map(statement -> Request.of(statement, script).values(values).reading(Request.Reading.WHOLE))
                .toList();
    }

    private static boolean changes(Target target, Request request) {
        boolean sql = request.statement().kind() == SqlStatement.Kind.SQL;
        return sql && SqlConsole.deed(target, request.statement().text()).changes();
    }

    /** A script that only reads is held to it by the server. */
    private ConsoleSettings settings(boolean changes) {
        return ConsoleSettings.USUAL
                .readOnly(!changes && !write)
                .statementTimeout(timeout == null ? Duration.ZERO : timeout)
                .mode(singleTransaction ? TransactionMode.MANUAL : TransactionMode.AUTO);
    }

    private static void requireSuitable(Target target) throws FaultException {
        if (!SqlConsole.suits(target)) {
            throw new FaultException(
                    FaultKind.UNSUPPORTED,
                    target.name() + " is a " + target.endpoint().engine().title() + ", which runs no SQL",
                    "Name a PostgreSQL target");
        }
    }
}
