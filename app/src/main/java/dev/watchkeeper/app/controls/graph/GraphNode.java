package dev.watchkeeper.app.controls.graph;

import dev.watchkeeper.app.controls.Tone;

/**
 * One card of a graph.
 *
 * @param id unique within the graph, and the same as long as it stands for the same thing
 * @param title the first line, bold
 * @param subtitle the second line, quiet; may be empty
 * @param story all of it in words, for the tooltip and for screen readers
 * @param tone of the border
 * @param stacked drawn as a pile: it stands for many
 */
public record GraphNode(String id, String title, String subtitle, String story, Tone tone, boolean stacked) {}
