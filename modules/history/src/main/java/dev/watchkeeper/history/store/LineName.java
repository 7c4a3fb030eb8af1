package dev.watchkeeper.history.store;

/**
 * What a line of measured numbers is called.
 *
 * @param metric by its key
 */
public record LineName(String metric, String label) {}
