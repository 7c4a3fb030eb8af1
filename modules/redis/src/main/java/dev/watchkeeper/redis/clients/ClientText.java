package dev.watchkeeper.redis.clients;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code CLIENT LIST} of Redis 6.2 and newer. A value may hold spaces: the path of a Unix socket does, if it wants. */
final class ClientText {
    private static final Pattern FIELD = Pattern.compile("(?:^| )([a-z][a-z-]*)=");

    private ClientText() {}

    static List<Client> read(String list) {
        return list.lines()
                .filter(line -> line.startsWith("id="))
                .map(ClientText::line)
                .toList();
    }

    private static Client line(String line) {
        Map<String, String> fields = fields(line);
        int subscriptions = (int) (number(fields, "sub") + number(fields, "psub") + number(fields, "ssub"));
        return new Client(
                number(fields, "id"),
                text(fields, "addr"),
                text(fields, "laddr"),
                text(fields, "name"),
                Duration.ofSeconds(number(fields, "age")),
                Duration.ofSeconds(number(fields, "idle")),
                text(fields, "flags"),
                (int) number(fields, "db"),
                (int) number(fields, "multi"),
                subscriptions,
                number(fields, "omem"),
                number(fields, "tot-mem"),
                text(fields, "cmd").replace('|', ' ').replace("NULL", ""),
                text(fields, "user"),
                (text(fields, "lib-name") + " " + text(fields, "lib-ver")).strip());
    }

    private static Map<String, String> fields(String line) {
        Map<String, String> fields = new HashMap<>();
        Matcher matcher = FIELD.matcher(line);
        String name = "";
        int start = 0;
        while (matcher.find()) {
            if (!name.isEmpty()) {
                fields.putIfAbsent(name, line.substring(start, matcher.start()));
            }
            name = matcher.group(1);
            start = matcher.end();
        }
        fields.putIfAbsent(name, line.substring(start).strip());
        return fields;
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }

    private static long number(Map<String, String> fields, String name) {
        try {
            return Long.parseLong(text(fields, name));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
