package dev.watchkeeper.hosts.ssh.config;

import dev.watchkeeper.hosts.ssh.SshHome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Goes through the files once for one host, by the rules of {@code ssh_config(5)}: the first value counts. */
final class ConfigReader {
    private static final int DEEPEST = 16;
    private static final Set<String> ADD_UP = Set.of("identityfile", "certificatefile");
    /** Their value is the whole rest of the line. */
    private static final Set<String> WHOLE_LINE = Set.of("proxycommand", "localcommand", "remotecommand");

    private final SshHome home;
    private final String alias;
    private final boolean last;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private boolean wantsLast;

    /**
     * @param last whether this is the second time, for blocks with {@code Match final}
     * @param given what counts before the files
     */
    ConfigReader(SshHome home, String alias, boolean last, Map<String, List<String>> given) {
        this.home = home;
        this.alias = alias;
        this.last = last;
        given.forEach((keyword, words) -> values.put(keyword, new ArrayList<>(words)));
    }

    /** Reads a file, if it is there. */
    ConfigReader read(Path file, Path relativeTo) {
        read(file, relativeTo, true, 0);
        return this;
    }

    Map<String, List<String>> values() {
        return values;
    }

    boolean wantsLast() {
        return wantsLast;
    }

    private void read(Path file, Path relativeTo, boolean active, int depth) {
        boolean counts = active;
        for (String line : lines(file)) {
            ConfigWords words = ConfigWords.of(line);
            switch (words.keyword()) {
                case "" -> {}
                case "host" -> counts = active && Patterns.anyFits(words.arguments(), matched());
                case "match" -> counts = active && matches(words.arguments());
                case "include" -> include(words, relativeTo, counts, depth);
                default -> {
                    if (counts) {
                        put(words, line);
                    }
                }
            }
        }
    }

    private void include(ConfigWords words, Path relativeTo, boolean counts, int depth) {
        if (depth < DEEPEST) {
            for (String written : words.arguments()) {
                Path pattern = written.startsWith("~") ? home.path(written) : relativeTo.resolve(written);
                Globs.files(pattern).forEach(file -> read(file, relativeTo, counts, depth + 1));
            }
        }
    }

    private void put(ConfigWords words, String line) {
        if (words.arguments().isEmpty() || isExcluded(words.keyword())) {
            return;
        }
        if (ADD_UP.contains(words.keyword())) {
            List<String> all = values.computeIfAbsent(words.keyword(), none -> new ArrayList<>());
            if (!all.contains(words.arguments().getFirst())) {
                all.add(words.arguments().getFirst());
            }
        } else if (WHOLE_LINE.contains(words.keyword())) {
            String rest = line.strip().substring(words.keyword().length()).strip();
            values.putIfAbsent(words.keyword(), List.of(rest.replaceFirst("^=\\s*", "")));
        } else {
            values.putIfAbsent(words.keyword(), words.arguments());
        }
    }

    /** Of jump hosts and a command on the way, the one that comes first counts. */
    private boolean isExcluded(String keyword) {
        return (keyword.equals("proxyjump") && values.containsKey("proxycommand"))
                || (keyword.equals("proxycommand") && values.containsKey("proxyjump"));
    }

    /** What host patterns are held against: the second time the name that the first one found. */
    private String matched() {
        return last ? hostName() : alias;
    }

    private String hostName() {
        return first("hostname").map(name -> name.replace("%h", alias)).orElse(alias);
    }

    private Optional<String> first(String keyword) {
        return values.getOrDefault(keyword, List.of()).stream().findFirst();
    }

    /** What this reader can't tell ({@code exec}, {@code tagged}, …) is taken as not so: its block then says nothing. */
    private boolean matches(List<String> criteria) {
        boolean all = !criteria.isEmpty();
        for (int i = 0; i < criteria.size(); i++) {
            String word = criteria.get(i).toLowerCase(Locale.ROOT);
            boolean negated = word.startsWith("!");
            String name = negated ? word.substring(1) : word;
            if (name.equals("all")) {
                continue;
            }
            if (name.equals("final") || name.equals("canonical")) {
                wantsLast = wantsLast || name.equals("final");
                all = all && (last && name.equals("final")) != negated;
            } else {
                i++;
                all = all && i < criteria.size() && matches(name, criteria.get(i), negated);
            }
        }
        return all;
    }

    private boolean matches(String criterion, String patterns, boolean negated) {
        Optional<String> actual = switch (criterion) {
            case "host" -> Optional.of(hostName());
            case "originalhost" -> Optional.of(alias);
            case "user" -> Optional.of(first("user").orElse(home.user()));
            case "localuser" -> Optional.of(home.user());
            default -> Optional.empty();
        };
        return actual.isPresent() && Patterns.anyFits(List.of(patterns.split(",", -1)), actual.get()) != negated;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
