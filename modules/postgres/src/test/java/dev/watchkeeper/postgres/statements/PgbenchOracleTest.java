package dev.watchkeeper.postgres.statements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.workload.QueryRef;
import dev.watchkeeper.kernel.workload.StatementUse;
import dev.watchkeeper.lab.debian.DebianTools;
import dev.watchkeeper.lab.testing.Debian;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.testing.Entrance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** pgbench says itself how many transactions it made; each of them begins, and has the same five statements. */
@ExtendWith(LabExtension.class)
class PgbenchOracleTest {
    private static final Pattern PROCESSED = Pattern.compile("number of transactions actually processed: (\\d+)/\\d+");
    private static final List<String> TRANSACTION = List.of(
            "BEGIN",
            "UPDATE pgbench_accounts",
            "SELECT abalance FROM pgbench_accounts",
            "UPDATE pgbench_tellers",
            "UPDATE pgbench_branches",
            "INSERT INTO pgbench_history");

    private final SharedLabs labs;

    PgbenchOracleTest(SharedLabs labs) {
        this.labs = labs;
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 17, 18})
    void countsAsPgbenchDoes(int major) throws Exception {
        Debian.needs("pgbench");
        var lab = labs.primary(major);
        lab.execute("create database pgbench");
        try (PostgresServer server = Entrance.to(lab).open()) {
            pgbench(lab, "-i", "-q");
            StatementsProbe probe = new StatementsProbe(server);
            probe.read();
            String said = pgbench(lab, "-n", "-c", "4", "-t", "75");
            Snapshot<StatementTally> snapshot = probe.read();

            Matcher processed = PROCESSED.matcher(said);
            assertThat(processed.find()).as(said).isTrue();
            long transactions = Long.parseLong(processed.group(1));
            assertThat(transactions).isEqualTo(300);
            Map<String, Long> calls = new TreeMap<>();
            Map<String, Long> rows = new TreeMap<>();
            for (StatementUse use : snapshot.value().workload().orElseThrow().uses()) {
                if (use.id().database().equals("pgbench")) {
                    String statement = known(snapshot.value().texts().get(QueryRef.of(use.id())));
                    calls.merge(statement, use.figures().calls(), Long::sum);
                    rows.merge(statement, use.figures().rows(), Long::sum);
                }
            }
            TRANSACTION.forEach(
                    statement -> assertThat(calls).as("calls on " + major).containsEntry(statement, transactions));
            assertThat(rows)
                    .containsEntry("UPDATE pgbench_accounts", transactions)
                    .containsEntry("INSERT INTO pgbench_history", transactions)
                    .containsEntry("SELECT abalance FROM pgbench_accounts", transactions);
        } finally {
            lab.execute("drop database pgbench with (force)");
        }
    }

    /** From 17 on {@code begin} and {@code BEGIN} are one statement, and keep the text that came first. */
    private static String known(@Nullable String text) {
        String said = String.valueOf(text);
        return TRANSACTION.stream()
                .filter(one -> said.regionMatches(true, 0, one, 0, one.length()))
                .findFirst()
                .orElse(said);
    }

    private static String pgbench(dev.watchkeeper.lab.postgres.PostgresServer lab, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(DebianTools.find("pgbench").orElseThrow().toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-h", lab.host(), "-p", Integer.toString(lab.port()), "-U", lab.user(), "pgbench"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(said).isZero();
            return said;
        } finally {
            process.destroyForcibly();
        }
    }
}
