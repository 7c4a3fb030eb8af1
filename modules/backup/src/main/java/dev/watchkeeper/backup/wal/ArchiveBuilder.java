package dev.watchkeeper.backup.wal;

import dev.watchkeeper.backup.WalArchive;
import dev.watchkeeper.backup.WalArchive.Branch;
import dev.watchkeeper.backup.WalArchive.Gap;
import dev.watchkeeper.backup.WalArchive.Stretch;
import dev.watchkeeper.kernel.host.BackupSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes an archive of the segments that are there. Used by one thread. */
public final class ArchiveBuilder {
    private final BackupSource source;
    private final String place;
    private Optional<String> cluster = Optional.empty();
    private Optional<String> systemId = Optional.empty();
    private long segmentBytes = WalArchive.USUAL_SEGMENT;
    private boolean listed = true;
    private final List<WalFile> files = new ArrayList<>();
    private final List<Stretch> taken = new ArrayList<>();
    private final Set<Branch> branches = new LinkedHashSet<>();

    public ArchiveBuilder(BackupSource source, String place) {
        this.source = source;
        this.place = place;
    }

    public ArchiveBuilder cluster(String name) {
        cluster = Optional.of(name);
        return this;
    }

    public ArchiveBuilder systemId(Optional<String> id) {
        systemId = id;
        return this;
    }

    public ArchiveBuilder segmentBytes(long bytes) {
        segmentBytes = bytes;
        return this;
    }

    /** Adds a segment. */
    public ArchiveBuilder add(WalFile file) {
        files.add(file);
        return this;
    }

    /** Adds where timelines parted. */
    public ArchiveBuilder add(Collection<Branch> parted) {
        branches.addAll(parted);
        return this;
    }

    /** Only a first and a last segment are known: what lies between is taken to be there. */
    public ArchiveBuilder fromTo(WalName first, WalName last) {
        listed = false;
        boolean one = first.timeline() == last.timeline();
        taken.add(taken(first, one ? last : first));
        if (!one) {
            taken.add(taken(last, last));
        }
        return this;
    }

    private Stretch taken(WalName first, WalName last) {
        return new Stretch(
                first.timeline(),
                first.toString(),
                last.toString(),
                last.number(segmentBytes) - first.number(segmentBytes) + 1,
                Optional.empty(),
                Optional.empty());
    }

    public WalArchive build() {
        List<Stretch> stretches = new ArrayList<>(taken);
        List<Gap> gaps = new ArrayList<>();
        SortedMap<Integer, List<WalFile>> timelines = timelines();
        timelines.values().forEach(segments -> {
            segments.sort(Comparator.comparingLong(this::number));
            timeline(segments, stretches, gaps);
        });
        branches.forEach(branch -> parting(branch, timelines, gaps));
        return new WalArchive(
                source,
                place,
                cluster,
                systemId,
                segmentBytes,
                listed,
                stretches,
                gaps,
                List.copyOf(branches),
                listed ? Optional.of(files.stream().mapToLong(WalFile::bytes).sum()) : Optional.empty(),
                newest());
    }

    private SortedMap<Integer, List<WalFile>> timelines() {
        SortedMap<Integer, List<WalFile>> timelines = new TreeMap<>();
        files.forEach(file -> timelines
                .computeIfAbsent(file.name().timeline(), t -> new ArrayList<>())
                .add(file));
        return timelines;
    }

    private Optional<Instant> newest() {
        return files.stream().flatMap(file -> file.archivedAt().stream()).max(Comparator.naturalOrder());
    }

    private void timeline(List<WalFile> segments, List<Stretch> stretches, List<Gap> gaps) {
        int start = 0;
        for (int i = 1; i <= segments.size(); i++) {
            long missing = i == segments.size() ? 1 : number(segments.get(i)) - number(segments.get(i - 1)) - 1;
            if (missing > 0) {
                stretches.add(stretch(segments.subList(start, i)));
                start = i;
                if (i < segments.size() && listed) {
                    WalFile before = segments.get(i - 1);
                    WalFile behind = segments.get(i);
                    gaps.add(gap(before.name().timeline(), number(before) + 1, number(behind) - 1, before, behind));
                }
            }
        }
    }

    /** Where a timeline was left, the old one must reach up to the segment with which the new one begins. */
    private void parting(Branch branch, SortedMap<Integer, List<WalFile>> timelines, List<Gap> gaps) {
        List<WalFile> parent = timelines.getOrDefault(branch.parent(), List.of());
        List<WalFile> child = timelines.getOrDefault(branch.timeline(), List.of());
        if (parent.isEmpty() || child.isEmpty()) {
            return;
        }
        long leaves = Long.divideUnsigned(branch.lsn(), segmentBytes);
        WalFile last = parent.getLast();
        WalFile first = child.getFirst();
        if (number(last) < leaves - 1) {
            gaps.add(gap(branch.parent(), number(last) + 1, leaves - 1, last, first));
        }
        if (number(first) > leaves) {
            gaps.add(gap(branch.timeline(), leaves, number(first) - 1, last, first));
        }
    }

    private Stretch stretch(List<WalFile> run) {
        WalFile first = run.getFirst();
        WalFile last = run.getLast();
        return new Stretch(
                first.name().timeline(),
                first.name().toString(),
                last.name().toString(),
                number(last) - number(first) + 1,
                first.archivedAt(),
                last.archivedAt());
    }

    private Gap gap(int timeline, long first, long last, WalFile before, WalFile behind) {
        return new Gap(
                timeline,
                WalName.at(timeline, first, segmentBytes).toString(),
                WalName.at(timeline, last, segmentBytes).toString(),
                last - first + 1,
                before.archivedAt(),
                behind.archivedAt());
    }

    private long number(WalFile file) {
        return file.name().number(segmentBytes);
    }
}
