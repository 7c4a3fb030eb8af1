package dev.watchkeeper.report.pdf;

import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.report.Tone;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The colours of the light theme, read from its style sheet, where they stand once for window and PDF. */
final class Palette {
    private static final String SHEET = "/dev/watchkeeper/resources/theme/light.css";
    private static final Pattern TOKEN = Pattern.compile("-wk-([a-z0-9-]+)\\s*:\\s*(#[0-9a-fA-F]{6})\\s*;");

    private final Map<String, Color> tokens = new HashMap<>();

    Palette() throws IOException {
        Matcher token = TOKEN.matcher(sheet());
        while (token.find()) {
            tokens.putIfAbsent(token.group(1), Color.decode(token.group(2)));
        }
    }

    private static String sheet() throws IOException {
        try (InputStream in = Palette.class.getResourceAsStream(SHEET)) {
            if (in == null) {
                throw new IllegalStateException(SHEET + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A colour by its token's name: {@code text}, {@code red-ground}. */
    Color of(String name) {
        Color color = tokens.get(name);
        if (color == null) {
            throw new IllegalStateException("the light theme has no -wk-" + name);
        }
        return color;
    }

    Color text() {
        return of("text");
    }

    /** For what is read second: labels, units, notes. */
    Color quiet() {
        return of("text-2");
    }

    Color line() {
        return of("line");
    }

    /** For text and borders. */
    Color ink(Tone tone) {
        return tone == Tone.PLAIN ? text() : of(name(tone));
    }

    /** For what stands behind text. */
    Color ground(Tone tone) {
        return tone == Tone.PLAIN ? of("hover") : of(name(tone) + "-ground");
    }

    Color of(Environment environment) {
        return of(environment.label());
    }

    private static String name(Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT);
    }
}
