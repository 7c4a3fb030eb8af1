package dev.watchkeeper.redis.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of the servers that were only named along belong to the cluster. */
final class Belonging {
    private Belonging() {}

    /** Those that were found, and of the others those that are of one kin with them. */
    static List<Member> of(Members members) {
        List<Member> inside = new ArrayList<>(
                members.all().stream().filter(one -> !one.isCandidate()).toList());
        List<Member> outside = new ArrayList<>(
                members.all().stream().filter(Member::isCandidate).toList());
        boolean grew = true;
        while (grew) {
            List<Member> kin = outside.stream()
                    .filter(one -> inside.stream().anyMatch(other -> related(members, one, other)))
                    .toList();
            inside.addAll(kin);
            outside.removeAll(kin);
            grew = !kin.isEmpty();
        }
        return inside;
    }

    private static boolean related(Members members, Member one, Member other) {
        return names(members, one, other)
                || names(members, other, one)
                || histories(one).anyMatch(histories(other).collect(Collectors.toSet())::contains);
    }

    private static boolean names(Members members, Member one, Member other) {
        Set<?> reached = one.sight().stream()
                .flatMap(sight -> sight.announced().stream())
                .map(announced -> members.addresses().reach(announced.address(), one.address()))
                .collect(Collectors.toSet());
        boolean same = one.sight().isPresent()
                && one.sight().map(Sight::runId).equals(other.sight().map(Sight::runId));
        return same || reached.contains(other.address());
    }

    /** The streams of changes that a server has been part of. */
    private static Stream<String> histories(Member member) {
        return member.sight()
                .filter(DataSight.class::isInstance)
                .map(DataSight.class::cast)
                .map(sight -> Stream.of(sight.replicationId(), sight.formerReplicationId()))
                .orElse(Stream.of())
                .filter(id -> !id.isEmpty());
    }
}
