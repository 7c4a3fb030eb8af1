package dev.watchkeeper.backup.retention;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.hosts.HostFinder;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.target.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the actions that take away what may go, one for each place. */
public final class RetentionDesk {
    private final Target target;
    private final HostFinder hosts;
    private final RetentionRules rules;
    private final Instant now;

    public RetentionDesk(Target target, HostFinder hosts, RetentionRules rules, Instant now) {
        this.target = target;
        this.hosts = hosts;
        this.rules = rules;
        this.now = now;
    }

    /** None if nothing may go. */
    public List<Action> actions(Catalog catalog, List<Decision> decisions) {
        Map<BackupSource, List<Backup>> going = new LinkedHashMap<>();
        decisions.stream()
                .filter(Decision::goes)
                .forEach(one -> going.computeIfAbsent(one.backup().source(), key -> new ArrayList<>())
                        .add(one.backup()));
        List<Action> actions = new ArrayList<>();
        going.forEach((source, backups) ->
                actions.add(new RemoveBackups(target, hosts, source, backups, now.minus(rules.all()))));
        for (BackupSource source : target.placement().backups()) {
            if (source instanceof BackupSource.BaseBackups base && base.wal().isPresent()) {
                firstNeeded(base, decisions)
                        .filter(first -> isOlderThere(catalog, base, first))
                        .ifPresent(first -> actions.add(new RemoveWal(
                                target, hosts, base.host(), base.wal().get(), first)));
            }
            if (source instanceof BackupSource.PgBackRest rest) {
                actions.add(new Expire(target, hosts, rest));
            }
        }
        return actions;
    }

    /** The oldest segment that a base backup needs which stays; empty if that is not known of each of them. */
    private static Optional<String> firstNeeded(BackupSource.BaseBackups source, List<Decision> decisions) {
        List<Backup> staying = decisions.stream()
                .filter(one -> !one.goes() && one.backup().source().equals(source))
                .map(Decision::backup)
                .toList();
        boolean known = !staying.isEmpty()
                && staying.stream().allMatch(one -> one.walStart().isPresent());
        return known
                ? staying.stream()
                        .map(one -> one.walStart().orElseThrow())
                        .min(Comparator.comparing(RetentionDesk::number))
                : Optional.empty();
    }

    private static boolean isOlderThere(Catalog catalog, BackupSource source, String first) {
        return catalog.archives().stream()
                .filter(archive -> archive.source().equals(source))
                .flatMap(archive -> archive.stretches().stream())
                .anyMatch(stretch -> number(stretch.first()).compareTo(number(first)) < 0);
    }

    /** Where a segment lies in the log, whatever the timeline. */
    private static String number(String segment) {
        return segment.substring(Math.min(8, segment.length()));
    }
}
