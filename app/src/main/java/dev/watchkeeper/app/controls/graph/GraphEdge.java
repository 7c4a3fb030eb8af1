package dev.watchkeeper.app.controls.graph;

import dev.watchkeeper.app.controls.Tone;
import java.util.Optional;

/**
 * An arrow of a graph.
 *
 * @param id unique among the graph's edges and nodes, and the same as long as it stands for the same thing
 * @param from id of the node where it starts
 * @param to id of the node that it points to
 * @param label one word; empty for none
 * @param tone of the line; NEUTRAL is grey
 * @param card stands on it instead of the word
 * @param story all of it in words, for the tooltip and for screen readers; empty for an edge that can't be selected
 */
public record GraphEdge(
        String id,
        String from,
        String to,
        String label,
        Stroke stroke,
        Tone tone,
        Optional<EdgeCard> card,
        String story) {
    /** A grey arrow with a word; the only one of its direction between these two. */
    public GraphEdge(String from, String to, String label, boolean dashed) {
        this(
                from + " " + to,
                from,
                to,
                label,
                dashed ? Stroke.DASHED : Stroke.SOLID,
                Tone.NEUTRAL,
                Optional.empty(),
                "");
    }

    public boolean dashed() {
        return stroke == Stroke.DASHED;
    }

    boolean selectable() {
        return !story.isEmpty();
    }
}
