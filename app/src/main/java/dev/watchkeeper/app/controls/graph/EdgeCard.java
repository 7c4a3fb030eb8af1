package dev.watchkeeper.app.controls.graph;

import dev.watchkeeper.app.controls.Tone;
import java.util.List;

/**
 * A small card on an edge, which says what goes along it.
 *
 * @param figure the bold number: {@code 41 MB}
 * @param note the quiet second line; may be empty
 * @param tone of the number and the curve
 * @param trend values of the last minutes, the newest last; may be empty
 * @param width in pixels at zoom 1
 * @param height in pixels at zoom 1
 */
public record EdgeCard(String figure, String note, Tone tone, List<Double> trend, double width, double height) {
    public EdgeCard {
        trend = List.copyOf(trend);
    }
}
