package dev.watchkeeper.hosts.facts;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the answer of {@code facts.sh}. What is not as it should be is left out. */
final class FactsText {
    private static final long KB = 1024;
    private static final int USUAL_TICKS = 100;

    private final List<String[]> lines;
    private final List<String> folders;
    /** By process. */
    private final Map<String, String> titles;

    FactsText(String text, List<String> folders) {
        this.lines = text.lines().map(line -> line.split("\t", -1)).toList();
        this.folders = List.copyOf(folders);
        this.titles = all("title", 3).collect(Collectors.toMap(line -> line[1], line -> line[2], (one, other) -> one));
    }

    /** @param roundTrip from {@code asked} to the first word */
    HostFacts facts(Instant asked, Duration roundTrip) {
        Duration ahead = word("clock", 1)
                .map(FactsText::instant)
                .map(there -> Duration.between(asked.plus(roundTrip.dividedBy(2)), there))
                .orElse(Duration.ZERO);
        return new HostFacts(
                asked,
                word("user", 1).orElse(""),
                word("system", 1).orElse(""),
                word("system", 2).orElse(""),
                ahead,
                roundTrip,
                load(),
                all("disk", 6).flatMap(this::disk).toList(),
                all("named", 7).map(FactsText::named).toList(),
                all("tool", 4)
                        .map(line -> new HostFacts.Tool(line[1], line[2], line[3]))
                        .toList(),
                all("process", 8).flatMap(this::process).toList());
    }

    private Stream<String[]> all(String word, int least) {
        return lines.stream().filter(line -> line[0].equals(word) && line.length >= least);
    }

    private Optional<String> word(String word, int at) {
        return all(word, at + 1).map(line -> line[at]).findFirst();
    }

    private static Instant instant(String seconds) {
        BigDecimal exact = new BigDecimal(seconds);
        return Instant.ofEpochSecond(
                exact.longValue(),
                exact.remainder(BigDecimal.ONE).movePointRight(9).longValue());
    }

    private Optional<HostFacts.Load> load() {
        return all("load", 4)
                .findFirst()
                .map(line -> new HostFacts.Load(
                        (int) word("cores", 1).map(FactsText::number).orElse(1L).longValue(),
                        Stream.of(line[1], line[2], line[3])
                                .map(Double::valueOf)
                                .toList(),
                        seconds(word("uptime", 1).orElse("0")),
                        memory("MemTotal"),
                        memory("MemAvailable"),
                        memory("SwapTotal"),
                        memory("SwapFree")));
    }

    private long memory(String name) {
        return all("memory", 3)
                .filter(line -> line[1].equals(name))
                .findFirst()
                .map(line -> number(line[2]) * KB)
                .orElse(0L);
    }

    private Stream<HostFacts.Disk> disk(String[] line) {
        int folder = (int) number(line[1]) - 1;
        return folder < 0 || folder >= folders.size()
                ? Stream.of()
                : Stream.of(
                        new HostFacts.Disk(folders.get(folder), line[5], number(line[2]) * KB, number(line[4]) * KB));
    }

    private static HostFacts.NamedDisk named(String[] line) {
        return new HostFacts.NamedDisk(
                (int) number(line[1]) - 1,
                new HostFacts.Disk(line[2], line[6], number(line[3]) * KB, number(line[5]) * KB));
    }

    private Stream<HostFacts.ServerProcess> process(String[] line) {
        long ticks = word("cores", 2)
                .filter(FactsText::isNumber)
                .map(FactsText::number)
                .filter(perSecond -> perSecond > 0)
                .orElse((long) USUAL_TICKS);
        return Stream.of(new HostFacts.ServerProcess(
                (int) number(line[1]),
                titles.getOrDefault(line[1], ""),
                Duration.ofMillis((number(line[2]) + number(line[3])) * 1000 / ticks),
                Duration.ofMillis(number(line[4]) * 1000 / ticks),
                counted(line[6]),
                counted(line[7])));
    }

    private static OptionalLong counted(String text) {
        return isNumber(text) ? OptionalLong.of(number(text)) : OptionalLong.empty();
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,18}");
    }

    private static long number(String text) {
        return isNumber(text) ? Long.parseLong(text) : 0;
    }

    private static Duration seconds(String text) {
        return Duration.ofMillis((long) (Double.parseDouble(text) * 1000));
    }
}
