package dev.watchkeeper.app.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 2h..1h}: from two hours ago to one hour ago. */
final class PastConverter implements ITypeConverter<Past> {
    private static final SpanConverter SPANS = new SpanConverter();

    @Override
    public Past convert(String text) {
        String[] ends = text.split("\\.\\.", -1);
        if (ends.length != 2) {
            throw new TypeConversionException(
                    "'" + text + "' is no stretch of the past: write 2h..1h, from 2 h ago to 1 h ago");
        }
        Duration from = SPANS.convert(ends[0]);
        Duration to = SPANS.convert(ends[1]);
        if (from.compareTo(to) <= 0) {
            throw new TypeConversionException(
                    "'" + text + "' ends before it begins: the longer ago stands first, 2h..1h");
        }
        return new Past(from, to);
    }
}
