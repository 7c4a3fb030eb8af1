package dev.watchkeeper.workspace.console;

/**
 * A statement that somebody wants to find again.
 *
 * @param name unique among the saved ones
 * @param note what it is good for; may be empty
 */
public record SavedStatement(String name, String note, String text) {}
