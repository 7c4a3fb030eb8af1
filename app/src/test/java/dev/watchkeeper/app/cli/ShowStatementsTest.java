package dev.watchkeeper.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.app.workbench.Surroundings;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.history.Batch;
import dev.watchkeeper.history.KeptPlan;
import dev.watchkeeper.kernel.workload.QueryRef;
import dev.watchkeeper.kernel.workload.StatementFigures;
import dev.watchkeeper.kernel.workload.StatementId;
import dev.watchkeeper.kernel.workload.StatementUse;
import dev.watchkeeper.kernel.workload.Workload;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LabExtension.class)
final class ShowStatementsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BILLING = "postgresql://postgres@127.0.0.1:1/billing";

    @TempDir
    Path home;

    /** The console's own question is sure to have been asked. */
    @Test
    void measuresForAWhile(SharedLabs labs) throws IOException {
        String uri = labs.primary(16).uri();
        Typed typed = Typed.at(home)
                .run("show", "statements", "--on", uri, "--for", "200ms", "--top", "1000", "--format", "json");

        assertThat(typed.err()).isEmpty();
        assertThat(typed.exit()).isEqualTo(Exit.DONE);
        JsonNode tick = JSON.readTree(typed.out());
        assertThat(tick.get("pane").asText()).isEqualTo("statements");
        JsonNode row = row(tick, "Since when, and as whom");
        assertThat(fields(row))
                .containsSubsequence(
                        "queryid",
                        "database",
                        "role",
                        "toplevel",
                        "calls",
                        "total_exec_time_ms",
                        "mean_exec_time_ms",
                        "rows",
                        "shared_blks_hit",
                        "shared_blks_read",
                        "temp_blks_written",
                        "wal_bytes",
                        "query");
        assertThat(row.get("queryid").isTextual()).isTrue();
        assertThat(Long.parseLong(row.get("queryid").asText())).isNotZero();
        assertThat(row.get("calls").asLong()).isPositive();
        assertThat(row.get("toplevel").asBoolean()).isTrue();
        assertThat(row.get("role").asText()).isEqualTo("postgres");
        assertThat(row.get("interval_s").asDouble()).isGreaterThanOrEqualTo(0.2);
    }

    @Test
    void eachTickTellsOfTheTimeBeforeIt(SharedLabs labs) {
        Typed typed = Typed.at(home)
                .run(
                        "show",
                        "statements",
                        "--on",
                        labs.primary(16).uri(),
                        "--every",
                        "150ms",
                        "--count",
                        "3",
                        "--format",
                        "csv");

        assertThat(typed.exit()).isEqualTo(Exit.DONE);
        assertThat(typed.out()).startsWith("target,taken_at,queryid,database,role,toplevel,calls,");
        assertThat(typed.lines().stream()
                        .filter(line -> line.contains("Since when, and as whom"))
                        .count())
                .isEqualTo(3);
    }

    @Test
    void comparesWhatWasRecorded() throws Exception {
        Instant now = Instant.now();
        StatementId orders = new StatementId("shop", "app_ro", -6_382_427_346_035_808_265L, true);
        StatementId update = new StatementId("shop", "app_rw", 12, true);
        StatementId report = new StatementId("shop", "reporting", 13, true);
        Map<QueryRef, String> texts = Map.of(
                QueryRef.of(orders), "SELECT *\n  FROM orders WHERE state = $1",
                QueryRef.of(update), "UPDATE orders SET state = $1",
                QueryRef.of(report), "SELECT sum(amount) FROM invoices");
        record(now.minus(Duration.ofMinutes(119)), texts, use(orders, 1200, 2.1), use(update, 9000, 0.9));
        record(
                now.minus(Duration.ofMinutes(59)),
                Map.of(),
                use(orders, 1240, 41.8),
                use(update, 9050, 0.9),
                use(report, 1, 158_000));

        Instant changed = now.minus(Duration.ofMinutes(58)).truncatedTo(ChronoUnit.MILLIS);
        plan(orders, "Index Scan", now.minus(Duration.ofMinutes(118)));
        plan(orders, "Seq Scan", changed);
        plan(update, "Index Scan", now.minus(Duration.ofMinutes(118)));

        Typed since = Typed.at(home).run("show", "statements", "--on", BILLING, "--since", "1h", "--format", "json");
        assertThat(since.exit()).isEqualTo(Exit.DONE);
        JsonNode rows = JSON.readTree(since.out()).get("rows");
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).get("query").asText()).isEqualTo("SELECT sum(amount) FROM invoices");
        assertThat(rows.get(1).get("queryid").asText()).isEqualTo("-6382427346035808265");
        assertThat(rows.get(1).get("calls").asLong()).isEqualTo(1240);
        assertThat(rows.get(1).get("mean_exec_time_ms").asDouble()).isEqualTo(41.8);

        JsonNode compared = JSON.readTree(Typed.at(home)
                .run("show", "statements", "--on", BILLING, "--compare", "2h..1h", "--format", "json")
                .out());
        JsonNode slower = row(compared, "FROM orders");
        assertThat(slower.get("change").asText()).isEqualTo("slower");
        assertThat(slower.get("mean_before_ms").asDouble()).isEqualTo(2.1);
        assertThat(slower.get("mean_ratio").asDouble()).isEqualTo(19.905);
        assertThat(slower.get("plan_changed_at").asText()).isEqualTo(changed.toString());
        assertThat(row(compared, "UPDATE").get("change").asText()).isEqualTo("same");
        assertThat(row(compared, "UPDATE").get("plan_changed_at").isNull()).isTrue();
        assertThat(row(compared, "sum(amount)").get("change").asText()).isEqualTo("new");
        assertThat(row(compared, "sum(amount)").get("mean_before_ms").isNull()).isTrue();

        Typed table = Typed.at(home).run("show", "statements", "--on", BILLING, "--compare", "2h..1h", "--top", "2");
        assertThat(table.lines().getFirst())
                .endsWith("B takes 20.5 times as much time as A: 1 statement is new, 1 slower");
        assertThat(table.lines()).hasSize(2 + 1 + 2);
        assertThat(table.lines().get(4))
                .contains("slower, plan changed", "×19.9", "SELECT * FROM orders WHERE state = $1");

        Path pdf = home.resolve("b.pdf");
        assertThat(Typed.at(home)
                        .run("report", "statements", "--on", BILLING, "--compare", "2h..1h", "--out", pdf.toString())
                        .exit())
                .isEqualTo(Exit.DONE);
        assertThat(pdf).isNotEmptyFile();
    }

    @Test
    void saysHowToRecord() {
        Typed typed = Typed.at(home).run("show", "statements", "--on", BILLING, "--since", "15m");

        assertThat(typed.exit()).isEqualTo(Exit.UNREACHABLE_OR_DENIED);
        assertThat(typed.err()).contains("no statements were recorded", "watchkeeper record --on " + BILLING);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(Typed.at(home).run("show", "statements", "--on", BILLING, "--compare", "1h..2h"))
                .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.BAD_ARGUMENTS))
                .satisfies(typed -> assertThat(typed.err()).contains("the longer ago stands first, 2h..1h"));
        assertThat(Typed.at(home).run("show", "locks", "--on", BILLING, "--since", "1h"))
                .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.BAD_ARGUMENTS))
                .satisfies(typed -> assertThat(typed.err()).contains("not for locks"));
        assertThat(Typed.at(home).run("show", "statements", "--on", BILLING, "--since", "1h", "--for", "1s"))
                .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.BAD_ARGUMENTS));
    }

    private void record(Instant from, Map<QueryRef, String> texts, StatementUse... uses) throws Exception {
        Workload workload = new Workload(from, from.plus(Duration.ofMinutes(58)), List.of(uses), List.of());
        keep(batch -> batch.withWorkload(workload, texts));
    }

    /** A plan of this shape, since then. */
    private void plan(StatementId id, String shape, Instant since) throws Exception {
        keep(batch ->
                batch.withPlans(List.of(new KeptPlan(QueryRef.of(id), shape, since, since.plusSeconds(60), "[]"))));
    }

    private void keep(UnaryOperator<Batch> filled) throws Exception {
        Map<String, String> variables =
                Map.of("WATCHKEEPER_HOME", home.resolve("watchkeeper").toString());
        Surroundings surroundings = new Surroundings(variables, home, Clock.systemUTC(), ZoneOffset.UTC, "tester");
        Files.createDirectories(home.resolve("watchkeeper"));
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Console console = new Console(nowhere, nowhere, OptionalInt.empty(), Optional.empty());
        try (Workbench bench = new Setting(surroundings, console).workbench()) {
            bench.history().write(filled.apply(Batch.of(bench.resolve(BILLING).name())));
        }
    }

    private static StatementUse use(StatementId id, long calls, double mean) {
        double squares = calls * mean * mean;
        return new StatementUse(
                id,
                new StatementFigures(
                        calls, 0, 0, calls * mean, squares, mean, mean, calls, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    private static JsonNode row(JsonNode tick, String text) {
        for (JsonNode row : tick.get("rows")) {
            if (row.get("query").asText().contains(text)) {
                return row;
            }
        }
        throw new AssertionError("no row with " + text + " in " + tick.findValuesAsText("query"));
    }

    private static List<String> fields(JsonNode row) {
        List<String> fields = new ArrayList<>();
        row.fieldNames().forEachRemaining(fields::add);
        return fields;
    }
}
