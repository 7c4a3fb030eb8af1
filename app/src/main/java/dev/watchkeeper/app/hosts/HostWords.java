package dev.watchkeeper.app.hosts;

import dev.watchkeeper.hosts.facts.HostFacts;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A host in words. */
public final class HostWords {
    private static final Pattern VERSION =
            Pattern.compile("[0-9]+([.][0-9]+)+([a-z]+[0-9]*)?|[0-9]+(devel|beta[0-9]+|rc[0-9]+)");

    private static final String POSTGRES = "postgres: ";

    /** Per day; less is not worth a word. */
    private static final double LITTLE = 1 << 20;

    private HostWords() {}

    /** What is the matter, in one sentence: that the server does not answer, the fullest disk, the load. */
    public static String sentence(HostsView all) {
        HostView view = all.server();
        String server = all.unanswered()
                .map(fault -> "The server can't be asked: " + fault.message() + "; its host ")
                .orElse("");
        String load = view.facts()
                .load()
                .map(one -> String.format(
                        Locale.ROOT,
                        "load %.2f on %s, %s of memory available",
                        one.average().getFirst(),
                        Sizes.of(one.cores(), "core", "cores"),
                        Sizes.bytes(one.availableBytes())))
                .orElse(view.facts().system());
        String silent = all.silent().isEmpty()
                ? ""
                : "; "
                        + String.join(
                                ", ",
                                all.silent().stream()
                                        .map(HostsView.Silent::host)
                                        .toList())
                        + (all.silent().size() == 1 ? " does not answer" : " do not answer");
        return server + view.host() + ": " + load + fullest(all) + silent;
    }

    private static String fullest(HostsView all) {
        return all.fullest()
                .map(one -> ", " + percent(free(one.use().disk())) + " free below "
                        + one.use().holds()
                        + (all.others().isEmpty() ? "" : " on " + one.host().host()))
                .orElse("");
    }

    /** {@code 1.2 GB a day, full in 34 d}; empty if it was not watched for long. */
    public static String growth(Optional<Growth> growth, HostFacts.Disk disk) {
        return growth.map(one -> {
                    double perDay = one.bytesPerDay();
                    if (Math.abs(perDay) < LITTLE) {
                        return "steady";
                    }
                    return (perDay < 0 ? "−" : "+") + Sizes.bytes((long) Math.abs(perDay)) + " a day"
                            + one.fullIn(disk.freeBytes())
                                    .map(in -> ", full in " + Spans.words(in))
                                    .orElse("");
                })
                .orElse("");
    }

    /** The host itself, one thing a line. */
    public static SequencedMap<String, String> facts(HostFacts facts) {
        SequencedMap<String, String> words = new LinkedHashMap<>();
        words.put("machine", facts.machine());
        words.put("system", facts.system());
        words.put("console is", facts.user());
        facts.load().ifPresent(load -> {
            words.put("up", Spans.words(load.uptime()));
            words.put(
                    "load",
                    String.format(
                            Locale.ROOT,
                            "%.2f, %.2f, %.2f on %d cores",
                            load.average().get(0),
                            load.average().get(1),
                            load.average().get(2),
                            load.cores()));
            words.put("memory", Sizes.bytes(load.memoryBytes()));
            words.put("available", Sizes.bytes(load.availableBytes()));
            words.put(
                    "swap used",
                    Sizes.bytes(load.swapBytes() - load.swapFreeBytes()) + " of " + Sizes.bytes(load.swapBytes()));
        });
        words.put("clock", clock(facts));
        words.put("round trip", millis(facts.roundTrip()));
        return words;
    }

    /** The tools for backups that it has, with their versions. */
    public static SequencedMap<String, String> tools(HostFacts facts) {
        SequencedMap<String, Set<String>> versions = new LinkedHashMap<>();
        facts.tools()
                .forEach(tool -> versions.computeIfAbsent(tool.name(), name -> new LinkedHashSet<>())
                        .add(version(tool)));
        SequencedMap<String, String> words = new LinkedHashMap<>();
        versions.forEach((name, all) -> words.put(name, String.join(", ", all)));
        return words;
    }

    /** {@code 15.20} of {@code pg_dump (PostgreSQL) 15.20 (Debian 15.20-0)}; where it is if it does not tell. */
    private static String version(HostFacts.Tool tool) {
        Matcher number = VERSION.matcher(tool.version());
        return number.find() ? number.group() : tool.path();
    }

    /** How its clock goes, as far as the way to it lets one tell. */
    public static String clock(HostFacts facts) {
        Duration off = facts.ahead().abs();
        String sure = " (to within " + millis(facts.roundTrip().dividedBy(2)) + ")";
        if (off.compareTo(facts.roundTrip()) < 0) {
            return "the same as here" + sure;
        }
        return Spans.words(off) + (facts.ahead().isNegative() ? " behind" : " ahead of") + " this machine" + sure;
    }

    /** {@code 4.2 ms} */
    public static String millis(Duration span) {
        return String.format(Locale.ROOT, "%.1f ms", span.toNanos() / 1e6);
    }

    /** How much of a disk is free, 0 to 1. */
    public static double free(HostFacts.Disk disk) {
        return disk.sizeBytes() == 0 ? 0 : (double) disk.freeBytes() / disk.sizeBytes();
    }

    /** {@code 42 %} */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    /** {@code 4.2 %} */
    public static String share(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /** What a process is, without what they all have in common or where its program lies: {@code checkpointer}. */
    public static String title(HostView.ProcessUse process) {
        String title = process.title();
        return title.startsWith(POSTGRES)
                ? title.substring(POSTGRES.length())
                : title.replaceFirst("^/\\S*/(?=\\S)", "");
    }

    /** {@code 4.2 MB/s}; empty if only others may know. */
    public static String rate(OptionalDouble bytesPerSecond) {
        return bytesPerSecond.isPresent() ? Sizes.bytes((long) bytesPerSecond.getAsDouble()) + "/s" : "";
    }
}
