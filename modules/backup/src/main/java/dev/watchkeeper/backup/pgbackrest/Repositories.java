package dev.watchkeeper.backup.pgbackrest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What the configuration says of repositories. */
final class Repositories {
    private final Map<String, String> settings = new LinkedHashMap<>();

    /** @param lines {@code repo1-path=/var/lib/pgbackrest} */
    Repositories(String lines) {
        lines.lines()
                .map(line -> line.split("=", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> settings.putIfAbsent(parts[0], parts[1].strip()));
    }

    /** Where it is, for a person: {@code repo1 /var/lib/pgbackrest}, {@code repo2 s3://backups/pg}. */
    String place(int key) {
        String type = setting(key, "type");
        String path = setting(key, "path");
        if (type.equals("s3")) {
            return "repo" + key + " s3://" + setting(key, "s3-bucket") + path;
        }
        return ("repo" + key + " " + (type.equals("posix") ? "" : type) + " " + path)
                .replaceAll(" +", " ")
                .strip();
    }

    /** How long it keeps: {@code retention-full=2}. */
    String retention(int key) {
        String prefix = "repo" + key + "-";
        return settings.entrySet().stream()
                .filter(setting -> setting.getKey().startsWith(prefix + "retention"))
                .map(setting -> setting.getKey().substring(prefix.length()) + "=" + setting.getValue())
                .collect(Collectors.joining(", "));
    }

    private String setting(int key, String name) {
        return settings.getOrDefault("repo" + key + "-" + name, "");
    }
}
