package dev.watchkeeper.backup.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a host's clock says.
 *
 * @param ahead how far it is ahead of the workstation's, to half of the time that the question was on its way
 * @param zone in which programs on the host write times without one
 */
public record HostClock(Optional<Duration> ahead, ZoneId zone) {
    private static final int NANO_DIGITS = 9;

    /**
     * Compares the clocks.
     *
     * @param asked when the script was sent, by the workstation's clock
     * @param answered when all was back
     */
    public static HostClock of(Sections sections, Instant asked, Instant answered) {
        List<Instant> told = sections.all("clock").stream()
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII).strip())
                .filter(text -> text.matches("\\d+(\\.\\d+)?"))
                .map(HostClock::instant)
                .toList();
        ZoneId zone = zone(sections.text("zone"));
        if (told.isEmpty()) {
            return new HostClock(Optional.empty(), zone);
        }
        Duration atMost = Duration.between(asked, told.getFirst());
        Duration atLeast = Duration.between(answered, told.getLast());
        return new HostClock(Optional.of(atMost.plus(atLeast).dividedBy(2)), zone);
    }

    /** Seconds since 1970 with a fraction, as {@code date} and {@code find} print them. */
    public static Instant instant(String seconds) {
        BigDecimal number = new BigDecimal(seconds).setScale(NANO_DIGITS, RoundingMode.DOWN);
        long whole = number.setScale(0, RoundingMode.FLOOR).longValueExact();
        return Instant.ofEpochSecond(
                whole,
                number.subtract(BigDecimal.valueOf(whole))
                        .movePointRight(NANO_DIGITS)
                        .longValueExact());
    }

    /** The first of: {@code TZ}, where {@code /etc/localtime} leads, {@code /etc/timezone}, the offset of now. */
    public static ZoneId zone(String told) {
        return told.lines().flatMap(line -> zoneOf(line).stream()).findFirst().orElse(ZoneId.of("UTC"));
    }

    private static Optional<ZoneId> zoneOf(String line) {
        String name = line.replaceFirst("^:", "").replaceFirst("^.*/zoneinfo/(posix/|right/)?", "");
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
