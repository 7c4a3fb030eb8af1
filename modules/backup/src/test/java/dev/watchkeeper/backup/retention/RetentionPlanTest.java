package dev.watchkeeper.backup.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.BackupKind;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.Proof;
import dev.watchkeeper.kernel.host.BackupSource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetentionPlanTest {
    private static final Instant NOW = Instant.parse("2026-11-20T14:00:00Z");
    private static final BackupSource DUMPS = new BackupSource.Dumps("h", "/d");
    private static final BackupSource BASES = new BackupSource.BaseBackups("h", "/b", Optional.empty());
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Backup of(BackupSource source, String id, int daysAgo, String prior, String error, boolean proven) {
        Optional<Instant> at = daysAgo < 0 ? Optional.empty() : Optional.of(NOW.minus(Duration.ofDays(daysAgo)));
        return Backup.of(source, id, source.equals(DUMPS) ? BackupKind.DUMP : BackupKind.BASEBACKUP, "")
                .database(source.equals(DUMPS) ? Optional.of("shop") : Optional.empty())
                .startedAt(at)
                .stoppedAt(at)
                .repoBytes(OptionalLong.of(1))
                .prior(prior.isEmpty() ? Optional.empty() : Optional.of(prior))
                .proof(proven ? Optional.of(new Proof(NOW, "x", true, "")) : Optional.empty())
                .error(error.isEmpty() ? Optional.empty() : Optional.of(error))
                .done();
    }

    private static Backup dump(String id, int daysAgo) {
        return of(DUMPS, id, daysAgo, "", "", false);
    }

    private static List<String> going(RetentionRules rules, List<Backup> backups) {
        Catalog catalog = new Catalog(NOW, backups, List.of(), List.of(), List.of(), List.of());
        return new RetentionPlan(rules, NOW, BERLIN)
                .decide(catalog).stream()
                        .filter(Decision::goes)
                        .map(one -> one.backup().id())
                        .toList();
    }

    private static RetentionRules days(int days) {
        return new RetentionRules(Duration.ofDays(days), Duration.ofDays(days));
    }

    @Test
    void whatIsOlderGoesAndTheFirstOfEachWeekLater() {
        List<Backup> daily = new ArrayList<>();
        for (int day = 0; day < 120; day++) {
            daily.add(dump("d" + day, day));
        }
        List<String> going = going(RetentionRules.USUAL, daily);
        assertThat(going).doesNotContain("d0", "d29", "d30").contains("d91", "d119");
        // of 31 to 90 days ago one for each of the weeks 34 to 43
        assertThat(going).hasSize(120 - 31 - 10);
    }

    @Test
    void theLastGoodOneStaysHoweverOldItIs() {
        assertThat(going(days(30), List.of(dump("a", 400), dump("b", 300)))).containsExactly("a");
        Backup broken = of(DUMPS, "broken", 200, "", "truncated", false);
        assertThat(going(days(30), List.of(dump("a", 400), dump("b", 300), broken)))
                .containsExactly("a", "broken");
        Backup proven = of(DUMPS, "proven", 350, "", "", true);
        assertThat(going(days(30), List.of(dump("a", 400), proven, dump("b", 300))))
                .containsExactly("a");
        assertThat(going(days(30), List.of(of(DUMPS, "undated", -1, "", "", false))))
                .isEmpty();
    }

    @Test
    void aFullStaysAsLongAsSomethingBuildsOnIt() {
        List<Backup> chain = List.of(
                of(BASES, "full", 60, "", "", false),
                of(BASES, "i1", 50, "full", "", false),
                of(BASES, "i2", 10, "i1", "", false),
                of(BASES, "old", 70, "", "", false));
        assertThat(going(days(30), chain)).containsExactly("old");
    }

    @Test
    void otherDatabasesAndPlacesDoNotTakeItsPlace() {
        Backup other = of(BASES, "x", 1, "", "", true);
        assertThat(going(days(30), List.of(dump("a", 100), other))).isEmpty();
    }

    @Test
    void whateverThereIsTheNewestGoodChainStays() {
        Random random = new Random(5);
        for (int round = 0; round < 500; round++) {
            List<Backup> all = new ArrayList<>();
            int count = 1 + random.nextInt(12);
            for (int i = 0; i < count; i++) {
                String prior = i > 0 && random.nextBoolean() ? "b" + random.nextInt(i) : "";
                String error = random.nextInt(4) == 0 ? "bad" : "";
                all.add(of(BASES, "b" + i, (count - i) * 15 + random.nextInt(15), prior, error, false));
            }
            Collections.shuffle(all, random);
            Set<String> gone = new HashSet<>(going(days(1 + random.nextInt(90)), all));
            all.stream()
                    .filter(one -> isGoodChain(one, all))
                    .max(java.util.Comparator.comparing(one -> one.stoppedAt().orElseThrow()))
                    .ifPresent(one -> assertThat(gone).doesNotContain(one.id()));
            for (Backup one : all) {
                if (!gone.contains(one.id())) {
                    one.prior().ifPresent(prior -> assertThat(gone).doesNotContain(prior));
                }
            }
        }
    }

    private static boolean isGoodChain(Backup one, List<Backup> all) {
        return one.error().isEmpty()
                && all.stream()
                        .filter(other -> one.prior().isPresent()
                                && other.id().equals(one.prior().get()))
                        .allMatch(prior -> isGoodChain(prior, all));
    }

    private static Backup stored(String id, int daysAgo, long bytes, Optional<Proof> proof) {
        return dump(id, daysAgo)
                .but()
                .repoBytes(OptionalLong.of(bytes))
                .proof(proof)
                .done();
    }

    @Test
    void whatIsLessThanHalfAsLargeTakesNobodysPlaceUnlessItWasFoundGood() {
        Backup whole = stored("whole", 60, 1000, Optional.empty());
        assertThat(going(days(30), List.of(whole, stored("cut", 40, 499, Optional.empty()))))
                .isEmpty();
        assertThat(going(days(30), List.of(whole, stored("shrunk", 40, 600, Optional.empty()))))
                .containsExactly("whole");
        assertThat(going(
                        days(30),
                        List.of(whole, stored("emptied", 40, 10, Optional.of(new Proof(NOW, "x", true, ""))))))
                .containsExactly("whole");
    }

    @Test
    void anIncrementalOneOnABadOneIsNotTheLastGoodChain() {
        Backup good = of(BASES, "good", 90, "", "", false);
        Backup bad = of(BASES, "bad", 60, "", "its backup_manifest breaks off", false);
        Backup onBad = of(BASES, "on bad", 50, "bad", "", false);
        Backup onNothing = of(BASES, "on nothing", 40, "?", "", false);
        assertThat(going(days(30), List.of(good, bad, onBad, onNothing)))
                .containsExactlyInAnyOrder("bad", "on bad", "on nothing");
    }
}
