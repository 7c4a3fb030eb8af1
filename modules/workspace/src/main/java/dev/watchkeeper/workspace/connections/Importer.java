package dev.watchkeeper.workspace.connections;

import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Proposes servers that other tools know for being saved here. */
public final class Importer {
    private Importer() {}

    /**
     * A server that was found somewhere.
     *
     * @param url an address that is safe to save: without a password
     * @param source where it was found, for people
     */
    public record Found(String name, Endpoint endpoint, String url, String source) {}

    /** A connection that could be saved, and where it comes from. */
    public record Proposal(SavedConnection connection, String source) {}

    /** What was found and is not saved yet, each server once, under names that are free. */
    public static List<Proposal> propose(List<Found> found, List<Target> saved) {
        Set<List<Object>> known =
                saved.stream().map(target -> identity(target.endpoint())).collect(Collectors.toSet());
        Set<String> names = saved.stream().map(Target::name).collect(Collectors.toCollection(HashSet::new));
        List<Proposal> proposals = new ArrayList<>();
        for (Found one : found) {
            if (known.add(identity(one.endpoint()))) {
                Target target = Target.unsaved(free(one.name(), names), one.endpoint());
                proposals.add(new Proposal(new SavedConnection(target, one.url()), one.source()));
            }
        }
        return proposals;
    }

    /** Parameters don't make another server of it. */
    private static List<Object> identity(Endpoint endpoint) {
        return List.of(endpoint.engine(), endpoint.hosts(), endpoint.database(), endpoint.user());
    }

    private static String free(String name, Set<String> names) {
        String free = name;
        for (int i = 2; !names.add(free); i++) {
            free = name + " " + i;
        }
        return free;
    }
}
