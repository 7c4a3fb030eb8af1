package dev.watchkeeper.postgres.haproxy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that one refresh reads from a HAProxy: its backends with servers, but those that speak HTTP.
 *
 * @param sessions of clients at all its frontends that are not HTTP
 */
public record HaproxyReading(List<Backend> backends, long sessions) {
    private static final String FRONTEND = "FRONTEND";
    private static final String BACKEND = "BACKEND";

    public HaproxyReading {
        backends = List.copyOf(backends);
    }

    static HaproxyReading of(List<StatsLine> lines) {
        Map<String, List<BackendServer>> servers = new LinkedHashMap<>();
        Map<String, StatsLine> totals = new LinkedHashMap<>();
        long sessions = 0;
        for (StatsLine line : lines) {
            String kind = line.text("svname");
            boolean http = line.text("mode").equals("http");
            if (kind.equals(FRONTEND)) {
                sessions += http ? 0 : line.number("scur");
            } else if (kind.equals(BACKEND)) {
                totals.put(line.text("pxname"), line);
            } else {
                servers.computeIfAbsent(line.text("pxname"), name -> new ArrayList<>())
                        .add(BackendServer.of(line));
            }
        }
        List<Backend> backends = new ArrayList<>();
        servers.forEach((name, all) -> {
            StatsLine total = totals.getOrDefault(name, new StatsLine(Map.of()));
            if (!total.text("mode").equals("http")) {
                backends.add(new Backend(name, total.text("mode"), total.number("scur"), all));
            }
        });
        return new HaproxyReading(backends, sessions);
    }
}
