package dev.watchkeeper.report.pdf;

import java.awt.Color;

/**
 * How text is set.
 *
 * @param size in points
 */
record Style(Face face, float size, Color color) {
    Style in(Color newColor) {
        return new Style(face, size, newColor);
    }

    Style in(Face newFace) {
        return new Style(newFace, size, color);
    }

    Style sized(float newSize) {
        return new Style(face, newSize, color);
    }

    /** From one base line to the next, in points. */
    float leading() {
        return size * 1.35f;
    }
}
