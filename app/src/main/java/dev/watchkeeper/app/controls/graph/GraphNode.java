package dev.watchkeeper.app.controls.graph;

import dev.watchkeeper.app.controls.Tone;
import java.util.List;

/**
 * One card of a graph.
 *
 * @param id unique within the graph, and the same as long as it stands for the same thing
 * @param title the first line, bold
 * @param role at the right of the title, quiet; may be empty
 * @param lines below the title, quiet
 * @param story all of it in words, for the tooltip and for screen readers
 * @param tone of the border
 * @param mark the dot before the title
 * @param offer what a click on it or Enter does to it, in a word or two; empty for nothing
 * @param stacked drawn as a pile: it stands for many
 */
public record GraphNode(
        String id,
        String title,
        String role,
        List<String> lines,
        String story,
        Tone tone,
        Mark mark,
        String offer,
        boolean stacked) {
    public GraphNode {
        lines = List.copyOf(lines);
    }

    /** A card of two lines. */
    public GraphNode(String id, String title, String subtitle, String story, Tone tone, boolean stacked) {
        this(id, title, "", List.of(subtitle), story, tone, Mark.NONE, "", stacked);
    }

    /** The first line below the title; may be empty. */
    public String subtitle() {
        return lines.isEmpty() ? "" : lines.getFirst();
    }
}
