package dev.watchkeeper.app.hosts;

import dev.watchkeeper.hosts.facts.HostFacts;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/** A host in words. */
public final class HostWords {
    private HostWords() {}

    /** What is the matter, in one sentence. */
    public static String sentence(HostView view) {
        String load = view.facts()
                .load()
                .map(one -> String.format(
                        Locale.ROOT,
                        ", load %.2f on %d cores, %s of memory available",
                        one.average().getFirst(),
                        one.cores(),
                        Sizes.bytes(one.availableBytes())))
                .orElse("");
        String disk = view.disks().stream()
                .min((one, other) -> Double.compare(free(one.disk()), free(other.disk())))
                .map(one -> ", " + percent(free(one.disk())) + " free below " + one.holds())
                .orElse("");
        return view.host() + " runs " + view.facts().system() + load + disk;
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

    /** {@code 4.2 MB/s}; empty if only others may know. */
    public static String rate(OptionalDouble bytesPerSecond) {
        return bytesPerSecond.isPresent() ? Sizes.bytes((long) bytesPerSecond.getAsDouble()) + "/s" : "";
    }
}
