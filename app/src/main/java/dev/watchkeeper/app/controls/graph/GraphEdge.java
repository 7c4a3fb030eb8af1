package dev.watchkeeper.app.controls.graph;

/**
 * An arrow of a graph.
 *
 * @param from id of the node where it starts
 * @param to id of the node that it points to
 * @param label one word; empty for none
 */
public record GraphEdge(String from, String to, String label, boolean dashed) {}
