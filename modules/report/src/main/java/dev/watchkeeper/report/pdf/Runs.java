package dev.watchkeeper.report.pdf;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.openpdf.text.pdf.BaseFont;

/**
 * One text on its way to the paper, cut where the font changes. What no font has is told by its numbers, so that a name
 * still can be recognised: {@code ‹U+0E44 0E17›}.
 */
final class Runs {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Fonts fonts;
    private final Face face;
    private final List<Run> done = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private BaseFont font;
    private boolean inNumbers;

    /** Text that one font can set. */
    record Run(BaseFont font, String text) {}

    private Runs(Fonts fonts, Face face) {
        this.fonts = fonts;
        this.face = face;
        this.font = fonts.own(face);
    }

    static List<Run> of(Fonts fonts, Face face, String text) {
        Runs runs = new Runs(fonts, face);
        text.codePoints().forEach(runs::add);
        runs.endNumbers();
        runs.endRun();
        return runs.done;
    }

    private void add(int c) {
        Optional<BaseFont> found = c == '\n' ? Optional.of(font) : fonts.withGlyph(face, c);
        if (found.isEmpty()) {
            use(fonts.own(face));
            text.append(inNumbers ? " " : "‹U+").append(hex(c));
            inNumbers = true;
        } else {
            endNumbers();
            use(found.get());
            text.appendCodePoint(c);
        }
    }

    private static String hex(int c) {
        return c > 0xFFFF ? HEX.toHexDigits(c, 5) : HEX.toHexDigits((char) c);
    }

    private void endNumbers() {
        if (inNumbers) {
            text.append('›');
            inNumbers = false;
        }
    }

    private void use(BaseFont wanted) {
        if (!wanted.equals(font)) {
            endRun();
            font = wanted;
        }
    }

    private void endRun() {
        if (!text.isEmpty()) {
            done.add(new Run(font, text.toString()));
            text.setLength(0);
        }
    }
}
