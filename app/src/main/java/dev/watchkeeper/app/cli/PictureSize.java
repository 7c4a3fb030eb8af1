package dev.watchkeeper.app.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Width and height in pixels. */
public record PictureSize(int width, int height) {
    static final PictureSize USUAL = new PictureSize(1600, 1000);

    /** Reads {@code 1600x1000}. */
    static final class Converter implements ITypeConverter<PictureSize> {
        private static final Pattern SIZE = Pattern.compile("(\\d{3,4})[x×](\\d{3,4})");

        @Override
        public PictureSize convert(String text) {
            Matcher size = SIZE.matcher(text.strip());
            if (!size.matches()) {
                throw new TypeConversionException("'" + text + "' is not a size: write 1600x1000");
            }
            return new PictureSize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
        }
    }
}
