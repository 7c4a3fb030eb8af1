package dev.watchkeeper.app.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 2s}, {@code 500ms}, {@code 1.5s}, {@code 1m}, {@code 1min}, {@code 1h}, {@code 7d}; a bare number is seconds. */
final class SpanConverter implements ITypeConverter<Duration> {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*(ms|s|m|min|h|d)?");

    @Override
    public Duration convert(String text) {
        Matcher span = SPAN.matcher(text.strip());
        if (!span.matches()) {
            throw new TypeConversionException("'" + text + "' is not a time span: write 2s, 500ms or 1min");
        }
        String unit = span.group(2) == null ? "s" : span.group(2);
        long millis = switch (unit) {
            case "ms" -> 1;
            case "s" -> 1000;
            case "h" -> 3_600_000;
            case "d" -> 86_400_000;
            default -> 60_000;
        };
        return Duration.ofMillis(new BigDecimal(span.group(1))
                .multiply(BigDecimal.valueOf(millis))
                .longValue());
    }
}
