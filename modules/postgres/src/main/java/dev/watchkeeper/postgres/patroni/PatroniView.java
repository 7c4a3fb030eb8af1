package dev.watchkeeper.postgres.patroni;

import dev.watchkeeper.kernel.target.HostPort;
import java.util.List;
import java.util.Optional;

/**
 * The cluster as Patroni has it ({@code GET /cluster}).
 *
 * @param askedAt whose REST API said it
 * @param scope the cluster's name; empty before Patroni 3.1
 * @param paused whether Patroni leaves PostgreSQL alone at the moment
 */
public record PatroniView(
        HostPort askedAt, String scope, List<PatroniMember> members, boolean paused, Optional<Scheduled> scheduled) {
    public PatroniView {
        members = List.copyOf(members);
    }

    /**
     * A switchover that is to come.
     *
     * @param at as Patroni says it, in ISO 8601
     * @param from empty if not said
     * @param to empty: any member
     */
    public record Scheduled(String at, String from, String to) {}

    /** Who holds the leader's key; empty while nobody does. */
    public Optional<PatroniMember> leader() {
        return members.stream().filter(member -> member.role().leads()).findFirst();
    }

    public Optional<PatroniMember> member(String name) {
        return members.stream().filter(member -> member.name().equals(name)).findFirst();
    }

    /** The member whose PostgreSQL is at that address. */
    public Optional<PatroniMember> at(HostPort address) {
        return members.stream()
                .filter(member -> address.equals(member.address()))
                .findFirst();
    }
}
