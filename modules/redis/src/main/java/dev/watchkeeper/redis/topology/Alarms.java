package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.topology.Alarm;
import dev.watchkeeper.kernel.topology.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong, the worst first. */
final class Alarms {
    private final List<Alarm> all = new ArrayList<>();

    static Alarms of(Field field) {
        Alarms alarms = new Alarms();
        new PrimaryAlarms(field, alarms).find();
        new SentinelAlarms(field, alarms).find();
        new ServerAlarms(field, alarms).find();
        alarms.all.sort(Comparator.comparing(Alarm::severity).reversed());
        return alarms;
    }

    void critical(String node, String text, String advice) {
        all.add(new Alarm(Severity.CRITICAL, node, text, advice));
    }

    void warning(String node, String text, String advice) {
        all.add(new Alarm(Severity.WARNING, node, text, advice));
    }

    List<Alarm> list() {
        return List.copyOf(all);
    }

    Severity severityOf(String node) {
        return all.stream()
                .filter(alarm -> alarm.node().equals(node))
                .map(Alarm::severity)
                .reduce(Severity.NONE, Severity::or);
    }
}
