package dev.watchkeeper.postgres.replication.drawing;

import dev.watchkeeper.kernel.topology.Alarm;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong. */
final class Alarms {
    private final List<Alarm> all = new ArrayList<>();

    void warn(Sighting about, String text, String advice) {
        add(Severity.WARNING, about, text, advice);
    }

    void critical(Sighting about, String text, String advice) {
        add(Severity.CRITICAL, about, text, advice);
    }

    void add(Severity severity, Sighting about, String text, String advice) {
        add(severity, about.id(), text, advice);
    }

    /** About somebody whom only others have seen. */
    void add(Severity severity, String node, String text, String advice) {
        all.add(new Alarm(severity, node, text, advice));
    }

    /** The worst first. */
    List<Alarm> sorted() {
        return all.stream()
                .sorted(Comparator.comparing(Alarm::severity).reversed())
                .toList();
    }

    /** The worst that is said of a node. */
    Severity of(String node) {
        return all.stream()
                .filter(alarm -> alarm.node().equals(node))
                .map(Alarm::severity)
                .reduce(Severity.NONE, Severity::or);
    }
}
