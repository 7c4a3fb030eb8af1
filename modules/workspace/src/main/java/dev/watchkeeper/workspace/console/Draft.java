package dev.watchkeeper.workspace.console;

/**
 * What stands in one editor.
 *
 * @param title on its tab
 * @param caret index in the text
 */
public record Draft(String title, String text, int caret) {}
