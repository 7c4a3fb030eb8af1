package dev.watchkeeper.hosts.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what {@code list.sh} prints. */
final class JobText {
    private JobText() {}

    static List<Job> read(String host, String text) {
        List<Job> jobs = new ArrayList<>();
        Map<String, String> words = new HashMap<>();
        for (String line : text.split("\n", -1)) {
            if (line.isEmpty()) {
                if (!words.isEmpty()) {
                    jobs.add(job(host, words));
                }
                words.clear();
                continue;
            }
            int blank = line.indexOf(' ');
            words.put(line.substring(0, Math.max(0, blank)), line.substring(blank + 1));
        }
        return jobs;
    }

    private static Job job(String host, Map<String, String> words) {
        OptionalInt exit = number(words, "status")
                .map(one -> OptionalInt.of(one.intValue()))
                .orElse(OptionalInt.empty());
        return new Job(
                host,
                words.getOrDefault("id", ""),
                words.getOrDefault("what", ""),
                words.getOrDefault("about", ""),
                state(exit, words.getOrDefault("pid", "")),
                exit,
                words.getOrDefault("cancelled", "").equals("yes"),
                number(words, "started").map(Instant::ofEpochSecond),
                number(words, "stopped").map(Instant::ofEpochSecond),
                number(words, "bytes").orElse(0L),
                words.getOrDefault("last", ""),
                words.getOrDefault("via", ""));
    }

    private static JobState state(OptionalInt exit, String pid) {
        if (exit.isPresent()) {
            return exit.getAsInt() == 0 ? JobState.DONE : JobState.FAILED;
        }
        return pid.equals("lost") ? JobState.LOST : JobState.RUNNING;
    }

    private static Optional<Long> number(Map<String, String> words, String key) {
        return Optional.ofNullable(words.get(key))
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }
}
