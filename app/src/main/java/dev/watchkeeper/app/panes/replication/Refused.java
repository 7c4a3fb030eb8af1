package dev.watchkeeper.app.panes.replication;

import dev.watchkeeper.kernel.topology.Preflight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who else is refused, and why: those with one reason together. */
final class Refused {
    private Refused() {}

    /** One sentence a reason, beginning with the names. */
    static List<String> others(List<Preflight> all, Preflight shown) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (Preflight other : all) {
            if (!other.candidate().equals(shown.candidate())) {
                other.refusal()
                        .ifPresent(why -> names.computeIfAbsent(why, one -> new ArrayList<>())
                                .add(other.name()));
            }
        }
        return names.entrySet().stream()
                .map(one -> together(one.getValue()) + (one.getValue().size() == 1 ? " is" : " are")
                        + " no candidate" + (one.getValue().size() == 1 ? "" : "s") + ": "
                        + why(one.getKey(), shown, one.getValue().size()))
                .toList();
    }

    private static String why(String refusal, Preflight shown, int many) {
        boolean same = shown.refusal().map(refusal::equals).orElse(false);
        return same && many > 1 ? "the same holds for them" : same ? "the same holds for it" : refusal;
    }

    private static String together(List<String> names) {
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
