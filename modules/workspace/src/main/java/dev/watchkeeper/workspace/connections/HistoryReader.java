package dev.watchkeeper.workspace.connections;

import dev.watchkeeper.kernel.fault.FaultException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code history:}: a place, or a mapping with the place and how much is kept. */
final class HistoryReader {
    static final List<String> KEYS = List.of("store", "fine", "minutes", "hours", "size");

    private static final Pattern SPAN = Pattern.compile("([0-9]{1,6})\\s*([a-z]+)");
    private static final Map<String, Duration> SPANS = Map.of(
            "min", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1),
            "w", Duration.ofDays(7),
            "y", Duration.ofDays(366));
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,3})?)\\s*([kmgt]i?b)");
    private static final long LEAST_BYTES = 1_000_000;

    private final YamlSource source;
    private final EndpointParser parser;

    HistoryReader(YamlSource source, EndpointParser parser) {
        this.source = source;
        this.parser = parser;
    }

    HistorySettings read(Node node) throws FaultException {
        HistorySettings usual = HistorySettings.DEFAULT;
        if (node instanceof ScalarNode scalar) {
            return new HistorySettings(
                    Optional.of(place(scalar, scalar.getValue())),
                    usual.fine(),
                    usual.minutes(),
                    usual.hours(),
                    usual.bytes());
        }
        YamlMapping history = new YamlMapping(source, node, "history", KEYS);
        Optional<String> store = history.text("store");
        Optional<HistoryPlace> place = store.isEmpty()
                ? Optional.empty()
                : Optional.of(place(history.value("store").orElse(node), store.get()));
        Duration fine = span(history, "fine", usual.fine());
        Duration minutes = span(history, "minutes", longer(usual.minutes(), fine));
        Duration hours = span(history, "hours", longer(usual.hours(), minutes));
        if (minutes.compareTo(fine) < 0) {
            throw history.at(
                    "minutes", "minutes are kept for less time than seconds", "Make it at least as long as fine");
        }
        if (hours.compareTo(minutes) < 0) {
            throw history.at(
                    "hours", "hours are kept for less time than minutes", "Make it at least as long as minutes");
        }
        return new HistorySettings(place, fine, minutes, hours, size(history, usual.bytes()));
    }

    private HistoryPlace place(Node at, String text) throws FaultException {
        try {
            return HistoryPlace.read(text, parser);
        } catch (FaultException e) {
            throw source.at(at, e.fault().message(), e.fault().advice());
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration span(YamlMapping history, String key, Duration otherwise) throws FaultException {
        Optional<String> text = history.text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        Matcher span = SPAN.matcher(text.get().strip().toLowerCase(Locale.ROOT));
        Duration unit = span.matches() ? SPANS.get(span.group(2)) : null;
        if (unit == null || Integer.parseInt(span.group(1)) == 0) {
            throw history.at(key, key + " is not a time span", "Write 30min, 2h, 7d, 4w or 1y");
        }
        return unit.multipliedBy(Integer.parseInt(span.group(1)));
    }

    private static long size(YamlMapping history, long otherwise) throws FaultException {
        Optional<String> text = history.text("size");
        if (text.isEmpty()) {
            return otherwise;
        }
        Matcher size = SIZE.matcher(text.get().strip().toLowerCase(Locale.ROOT));
        long bytes = size.matches()
                ? new BigDecimal(size.group(1)).multiply(unit(size.group(2))).longValue()
                : 0;
        if (bytes < LEAST_BYTES) {
            throw history.at("size", "size is not a size of 1 MB or more", "Write 500MB or 2GB");
        }
        return bytes;
    }

    private static BigDecimal unit(String unit) {
        int power = 1 + "kmgt".indexOf(unit.charAt(0));
        return BigDecimal.valueOf(unit.contains("i") ? 1024 : 1000).pow(power);
    }
}
