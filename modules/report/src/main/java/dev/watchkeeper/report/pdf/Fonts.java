package dev.watchkeeper.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.openpdf.text.pdf.BaseFont;

/**
 * The font files of one PDF, each read when the first character needs it: most documents never need the large East Asian
 * one. Only the glyphs that are used get into the PDF. Not thread-safe.
 */
final class Fonts {
    private static final String FOLDER = "/dev/watchkeeper/resources/fonts/";

    private final Map<String, BaseFont> read = new HashMap<>();

    /** The face's own font file. */
    BaseFont own(Face face) {
        return font(face.files().getFirst());
    }

    /** The first font of the face that has the character; empty if none has. */
    Optional<BaseFont> withGlyph(Face face, int codePoint) {
        for (String file : face.files()) {
            BaseFont font = font(file);
            if (font.charExists(codePoint)) {
                return Optional.of(font);
            }
        }
        return Optional.empty();
    }

    private BaseFont font(String file) {
        return read.computeIfAbsent(file, Fonts::load);
    }

    private static BaseFont load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException(FOLDER + file + " is missing from the class path");
            }
            return BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, in.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
