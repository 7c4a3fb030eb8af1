package dev.watchkeeper.backup.policy;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.BackupKind;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.Finding;
import dev.watchkeeper.backup.Finding.Status;
import dev.watchkeeper.backup.Proof;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.text.Spans;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is demanded of a server's backups. Days are counted in the workstation's zone, hours in real time. */
public final class Policy {
    private static final String S3 = "s3://";
    private static final String DRILL = "drill";

    private final List<Rule> rules;

    private Policy(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** What the runbooks' tables demand. */
    public static Policy runbooks() {
        return new Policy(Profile.named("runbooks"));
    }

    /** Judges what there is by each rule that these sources can keep. */
    public List<Finding> judge(Catalog catalog, List<BackupSource> sources, ZoneId zone) {
        Seen seen = new Seen(catalog, zone);
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules) {
            if (applies(rule, seen, sources)) {
                findings.add(judge(rule, seen));
            }
        }
        return findings;
    }

    private static boolean applies(Rule rule, Seen seen, List<BackupSource> sources) {
        boolean postgres = sources.stream().anyMatch(source -> !(source instanceof BackupSource.RedisDumps));
        return switch (rule.about()) {
            case FULL, S3 -> postgres;
            case INCREMENTAL ->
                sources.stream().anyMatch(source -> source instanceof BackupSource.PgBackRest)
                        || seen.backups().stream().anyMatch(Policy::isIncremental);
            case WAL -> sources.stream().anyMatch(Policy::hasArchive);
            case REDIS -> sources.stream().anyMatch(source -> source instanceof BackupSource.RedisDumps);
            case DRILL -> true;
        };
    }

    private static boolean hasArchive(BackupSource source) {
        return switch (source) {
            case BackupSource.PgBackRest one -> true;
            case BackupSource.Barman one -> true;
            case BackupSource.BaseBackups bases -> bases.wal().isPresent();
            case BackupSource.Dumps one -> false;
            case BackupSource.RedisDumps one -> false;
        };
    }

    private static Finding judge(Rule rule, Seen seen) {
        return switch (rule.about()) {
            case FULL -> full(rule, seen, seen.backups());
            case S3 -> s3(rule, seen);
            case INCREMENTAL -> incremental(rule, seen);
            case WAL -> new WalRule(rule, seen).judge();
            case REDIS ->
                new HourRule(rule, seen)
                        .judge(
                                seen.backups().stream()
                                        .filter(one -> one.kind() == BackupKind.RDB)
                                        .toList(),
                                Status.BROKEN);
            case DRILL -> drill(rule, seen);
        };
    }

    /** The whole cluster's backups, or, if they are better, the dumps of the database that has the worst. */
    private static Finding full(Rule rule, Seen seen, List<Backup> backups) {
        DayRule days = new DayRule(rule, seen);
        Finding whole = days.judge(backups.stream().filter(Policy::isWhole).toList());
        Map<String, List<Backup>> databases = new TreeMap<>();
        backups.stream()
                .filter(one -> one.kind() == BackupKind.DUMP && !isWhole(one) && one.isOfRows())
                .forEach(one -> databases
                        .computeIfAbsent(one.database().orElse("?"), name -> new ArrayList<>())
                        .add(one));
        Optional<Finding> dumps = databases.entrySet().stream()
                .map(one -> named(databases.size() > 1, one.getKey(), days.judge(one.getValue())))
                .max(Comparator.comparing(Finding::status));
        boolean only = backups.stream().noneMatch(Policy::isWhole);
        return dumps.filter(one -> only || one.status().compareTo(whole.status()) < 0)
                .orElse(whole);
    }

    private static Finding named(boolean several, String database, Finding finding) {
        return several && finding.status() != Status.FINE
                ? new Finding(finding.rule(), finding.status(), database + ": " + finding.detail())
                : finding;
    }

    private static Finding s3(Rule rule, Seen seen) {
        List<Backup> there =
                seen.backups().stream().filter(one -> one.place().contains(S3)).toList();
        return there.isEmpty()
                ? new Finding(rule.words(), Status.SHORT, "no backup in S3 is known here")
                : full(rule, seen, there);
    }

    /** Where a full one is made that hour is saved as well. */
    private static Finding incremental(Rule rule, Seen seen) {
        if (seen.backups().stream().noneMatch(Policy::isIncremental)) {
            return new Finding(rule.words(), Status.SHORT, "there is none");
        }
        return new HourRule(rule, seen)
                .judge(
                        seen.backups().stream()
                                .filter(one -> isIncremental(one) || isWhole(one))
                                .toList(),
                        Status.SHORT);
    }

    private static Finding drill(Rule rule, Seen seen) {
        Optional<Proof> last = seen.backups().stream()
                .flatMap(one -> one.proof().stream())
                .filter(proof -> proof.how().contains(DRILL) && proof.good())
                .max(Comparator.comparing(Proof::at));
        if (last.isEmpty()) {
            return new Finding(rule.words(), Status.UNKNOWN, "no drill is known");
        }
        Duration age = Duration.between(last.get().at(), seen.now());
        return new Finding(
                rule.words(),
                age.compareTo(rule.every()) <= 0 ? Status.FINE : Status.SHORT,
                "last one " + Spans.words(age) + " ago");
    }

    private static boolean isIncremental(Backup backup) {
        return backup.kind() == BackupKind.DIFF || backup.kind() == BackupKind.INCR;
    }

    /** Whether it holds all databases of the cluster by itself. */
    private static boolean isWhole(Backup backup) {
        return backup.kind() == BackupKind.FULL
                || backup.kind() == BackupKind.BASEBACKUP
                || (backup.kind() == BackupKind.DUMP && backup.format().startsWith("cluster"));
    }
}
