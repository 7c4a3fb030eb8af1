package dev.watchkeeper.backup.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.catalog.SourcesReader;
import dev.watchkeeper.backup.policy.Policy;
import dev.watchkeeper.hosts.HostFinder;
import dev.watchkeeper.hosts.LocalHost;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.host.HostSpec;
import dev.watchkeeper.kernel.host.Placement;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.PasswordSource;
import dev.watchkeeper.kernel.target.PoolSize;
import dev.watchkeeper.kernel.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files that go, and others that don't. */
class RetentionDeskTest {
    private final Instant now = Instant.now();
    private static final RetentionRules RULES = new RetentionRules(Duration.ofDays(30), Duration.ofDays(30));
    private static final HostFinder HOSTS = name -> new LocalHost();

    @TempDir
    private Path home;

    private void dump(String name, int daysAgo) throws IOException {
        Path file = home.resolve(name);
        Files.writeString(file, """
                --
                -- PostgreSQL database dump
                --

                -- Dumped from database version 15.20

                --
                -- PostgreSQL database dump complete
                --
                """);
        Files.setLastModifiedTime(file, FileTime.from(now.minus(Duration.ofDays(daysAgo))));
    }

    private Target target(BackupSource source) {
        return new Target(
                "billing",
                new Endpoint(
                        Engine.POSTGRESQL, List.of(new HostPort("127.0.0.1", 1)), "shop", "dba", new LinkedHashMap<>()),
                Environment.PRODUCTION,
                new PasswordSource.Usual(),
                false,
                List.of(),
                PoolSize.DEFAULT,
                new Placement(Optional.empty(), Optional.of(HostSpec.LOCAL), List.of(source)));
    }

    private Catalog catalog(Target target) throws Exception {
        return new SourcesReader(
                        target.placement().backups(), HOSTS, Policy.runbooks(), Clock.systemUTC(), ZoneOffset.UTC)
                .read();
    }

    private List<Action> actions(Target target, Catalog catalog) {
        List<Decision> decisions = new RetentionPlan(RULES, now, ZoneOffset.UTC).decide(catalog);
        return new RetentionDesk(target, HOSTS, RULES, now).actions(catalog, decisions);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(home)) {
            return all.map(one -> one.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void oldFilesGoWithTheirSidecarsWhateverTheirNames() throws Exception {
        String database = "it's; $(rm -rf x)\n旧";
        String odd = database + "_20260101.sql";
        String second = database + "_20260110.sql";
        String third = database + "_20260301.sql";
        dump(odd, 60);
        Files.writeString(home.resolve(odd + ".watchkeeper.json"), "{}");
        dump(second, 50);
        dump(third, 2);
        Files.writeString(home.resolve("notes.txt"), "nobody's business");
        Target target = target(new BackupSource.Dumps(HostSpec.LOCAL, home.toString()));
        List<Action> actions = actions(target, catalog(target));
        assertThat(actions).hasSize(1);
        assertThat(actions.getFirst().preview()).contains("removes 2 backups");

        // written anew after it was decided
        Files.setLastModifiedTime(home.resolve(second), FileTime.from(now));
        Outcome outcome = actions.getFirst().run();

        assertThat(outcome.done()).isFalse();
        assertThat(outcome.message()).contains("stays, it was written meanwhile: " + second);
        assertThat(names()).containsExactly(second, third, "notes.txt");
    }

    @Test
    void nothingGoesWhereTheLastOneIsOld() throws Exception {
        dump("shop.sql", 400);
        Target target = target(new BackupSource.Dumps(HostSpec.LOCAL, home.toString()));
        assertThat(actions(target, catalog(target))).isEmpty();
    }

    @Test
    void walGoesByTheNumberOfItsSegment() throws Exception {
        List<String> stay = List.of(
                "000000020000000000000010",
                "000000020000000000000011.gz",
                "00000002.history",
                "000000030000000100000000",
                "not a segment");
        List<String> go = List.of(
                "00000001000000000000000E",
                "00000002000000000000000F.zst",
                "00000003000000000000000F.partial",
                "00000002000000000000000A.00000028.backup");
        for (String name : Stream.concat(stay.stream(), go.stream()).toList()) {
            Files.writeString(home.resolve(name), "x");
        }
        Outcome outcome = new RemoveWal(
                        target(new BackupSource.Dumps(HostSpec.LOCAL, "/")),
                        HOSTS,
                        HostSpec.LOCAL,
                        home.toString(),
                        "000000020000000000000010")
                .run();
        assertThat(outcome.message()).isEqualTo("gone: 4 files of WAL before 000000020000000000000010");
        assertThat(names()).containsExactlyInAnyOrderElementsOf(stay);
    }
}
