package dev.watchkeeper.app.controls.graph;

/** A place in a laid out graph, in pixels at zoom 1, y downwards. */
public record Point(double x, double y) {}
