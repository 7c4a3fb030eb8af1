package dev.watchkeeper.backup.retention;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.BackupKind;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.windows.Chains;
import dev.watchkeeper.kernel.host.BackupEngine;
import dev.watchkeeper.kernel.host.BackupSource;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which backups may go. Never the last good one of what it saves, never one on which another builds that stays,
 * never one whose age nobody knows.
 */
public final class RetentionPlan {
    private final RetentionRules rules;
    private final Instant now;
    private final ZoneId zone;

    /** @param zone in which weeks begin */
    public RetentionPlan(RetentionRules rules, Instant now, ZoneId zone) {
        this.rules = rules;
        this.now = now;
        this.zone = zone;
    }

    /** What belongs together: only the like can take one's place. */
    private record Series(BackupSource source, boolean physical, String of) {
        static Series of(Backup backup) {
            boolean physical = backup.source().engine() == BackupEngine.PG_BASEBACKUP;
            // the system is known of newer versions only, and the folder is one server's
            String of = physical
                    ? ""
                    : backup.database().orElseGet(() -> backup.id().replaceAll("[0-9]+", "#"));
            return new Series(backup.source(), physical, of + "\0" + (physical ? "" : backup.format()));
        }
    }

    /** Of what lies in folders; repositories have rules of their own. In the catalog's order. */
    public List<Decision> decide(Catalog catalog) {
        List<Backup> files = catalog.backups().stream()
                .filter(one -> one.kind() != BackupKind.WAL && isFile(one.source()))
                .toList();
        Map<Series, List<Backup>> series = new LinkedHashMap<>();
        files.forEach(one ->
                series.computeIfAbsent(Series.of(one), key -> new ArrayList<>()).add(one));
        Chains chains = new Chains(catalog.backups());
        Map<Backup, String> kept = new HashMap<>();
        series.values().forEach(one -> keep(one, chains, kept));
        keepWhatOthersBuildOn(files, kept);
        return files.stream()
                .map(one -> kept.containsKey(one)
                        ? new Decision(one, false, kept.get(one))
                        : new Decision(one, true, "older than " + rules.all().toDays() + " days"))
                .toList();
    }

    private static boolean isFile(BackupSource source) {
        return source.engine() != BackupEngine.PGBACKREST
                && source.engine() != BackupEngine.BARMAN
                && !source.title().startsWith("s3://");
    }

    private void keep(List<Backup> like, Chains chains, Map<Backup, String> kept) {
        Set<String> weeks = new HashSet<>();
        List<Backup> byAge = like.stream()
                .sorted(Comparator.comparing(RetentionPlan::at, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        for (Backup one : byAge) {
            Instant at = at(one);
            if (at == null) {
                kept.put(one, "its age is not known");
            } else if (!at.isBefore(now.minus(rules.all()))) {
                kept.put(one, "younger than " + rules.all().toDays() + " days");
            } else if (!at.isBefore(now.minus(rules.weekly())) && chains.isWhole(one) && weeks.add(week(at))) {
                kept.put(one, "the first of its week, kept " + rules.weekly().toDays() + " days");
            }
        }
        // what was shown to be bad, or says so itself, or builds on such a one, can't take the place of a good one
        List<Backup> good = byAge.reversed().stream().filter(chains::isWhole).toList();
        good.stream().findFirst().ifPresent(one -> kept.putIfAbsent(one, "the last one"));
        good.stream()
                .filter(one -> one.proof().isPresent())
                .findFirst()
                .ifPresent(one -> kept.putIfAbsent(one, "the last one that was found good"));
        good.stream()
                .filter(one -> one.proof().isPresent() || !isSmall(one, good))
                .findFirst()
                .ifPresent(one ->
                        kept.putIfAbsent(one, "what is newer is less than half as large, and was never checked"));
    }

    /** Whether there is an older one of more than twice its size: it may be cut off, or not hold it all. */
    private static boolean isSmall(Backup one, List<Backup> newestFirst) {
        return newestFirst.subList(newestFirst.indexOf(one) + 1, newestFirst.size()).stream()
                .anyMatch(older -> one.prior().isEmpty()
                        && older.prior().isEmpty()
                        && older.repoBytes().orElse(0) / 2 > one.repoBytes().orElse(Long.MAX_VALUE));
    }

    private static void keepWhatOthersBuildOn(List<Backup> files, Map<Backup, String> kept) {
        List<Backup> toLook = new ArrayList<>(kept.keySet());
        while (!toLook.isEmpty()) {
            Backup one = toLook.removeLast();
            Optional<Backup> prior = one.prior()
                    .flatMap(id -> files.stream()
                            .filter(other ->
                                    other.id().equals(id) && other.source().equals(one.source()))
                            .findFirst());
            prior.filter(found -> kept.putIfAbsent(found, one.id() + " builds on it") == null)
                    .ifPresent(toLook::add);
        }
    }

    @SuppressWarnings("NullAway") // as a key to sort by
    private static Instant at(Backup backup) {
        return backup.stoppedAt().or(backup::startedAt).orElse(null);
    }

    private String week(Instant at) {
        var day = at.atZone(zone);
        return day.get(IsoFields.WEEK_BASED_YEAR) + "-" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
