package dev.watchkeeper.postgres.switchover;

import dev.watchkeeper.postgres.patroni.PatroniMember;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a cluster stands when somebody thinks of another primary.
 *
 * @param members all that were found, those of other clusters too
 * @param names what people call them, by id
 * @param syncStates of the standbys, as their upstreams say it, by id; empty text for the others
 * @param system of the cluster that is meant; empty if nobody could be asked
 * @param work that is under way on the primary; null if there is none to ask
 */
record Standing(
        List<Sighting> members,
        Map<String, String> names,
        Map<String, String> syncStates,
        String system,
        Optional<Managed> patroni,
        @Nullable OpenWork work) {
    Standing {
        members = List.copyOf(members);
        names = Map.copyOf(names);
        syncStates = Map.copyOf(syncStates);
    }

    /** The cluster that has standbys, among several that belong together; else the first. */
    static String system(List<Sighting> members) {
        Map<String, Long> standbys = members.stream()
                .map(Sighting::last)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(
                        one -> one.identity().system(), Collectors.summingLong(one -> one.primary() ? 0 : 1)));
        return standbys.entrySet().stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    String name(Sighting member) {
        return names.getOrDefault(member.id(), member.id());
    }

    /** Whether commits wait for it: then what was acknowledged is on it. */
    boolean isSynchronous(Sighting member) {
        String state = syncStates.getOrDefault(member.id(), "");
        return state.equals("sync") || state.equals("quorum");
    }

    /** Those that answer and take writes; more than one is a split brain. */
    List<Sighting> primaries() {
        return members.stream()
                .filter(member -> isOurs(member)
                        && member.reading() != null
                        && member.reading().primary())
                .toList();
    }

    /** The one that takes writes; empty if none answers. */
    Optional<Sighting> primary() {
        return primaries().stream().findFirst();
    }

    /**
     * The one that took writes and doesn't answer, the last of them if there were several; empty if there is a primary, or
     * it was never seen.
     */
    Optional<Sighting> lost() {
        return primary().isPresent()
                ? Optional.empty()
                : members.stream()
                        .filter(member -> isOurs(member) && member.reading() == null)
                        .filter(member -> member.last() != null && member.last().primary())
                        .max(Comparator.comparingInt(Standing::timeline));
    }

    private static int timeline(Sighting member) {
        MemberReading last = member.last();
        Integer timeline = last == null ? null : last.position().timeline();
        return timeline == null ? 0 : timeline;
    }

    boolean isOurs(Sighting member) {
        MemberReading last = member.last();
        return last == null
                ? managed(member).isPresent()
                : last.identity().system().equals(system);
    }

    Optional<PatroniMember> managed(Sighting member) {
        return patroni.flatMap(one -> one.member(member));
    }

    /** The end of the WAL that is known to have been written: by the primary, or by what others heard of it. */
    @Nullable
    Long end() {
        Optional<Sighting> primary = primary();
        if (primary.isPresent()) {
            return Objects.requireNonNull(primary.get().reading()).position().end();
        }
        return members.stream()
                .filter(this::isOurs)
                .map(Sighting::last)
                .filter(Objects::nonNull)
                .map(Standing::heard)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Long heard(MemberReading reading) {
        Long end = reading.position().end();
        Long told = reading.receiver() == null ? null : reading.receiver().latestEnd();
        return end == null || (told != null && told > end) ? told : end;
    }

    /** Whose transactions count: the primary's, or of the last reading of the one that is lost. */
    Optional<MemberReading> leading() {
        return primary().map(Sighting::reading).or(() -> lost().map(Sighting::last));
    }
}
