package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.Tone;
import java.util.Locale;

/**
 * A statement that can be taken into the editor.
 *
 * @param title in one line
 * @param code whether the title is a piece of SQL
 * @param note what it is good for, or what came of it
 * @param group where it is from: a target, a runbook
 * @param text the statement
 * @param own whether it can be forgotten
 */
record SideLine(String title, boolean code, String note, Tone tone, String group, String text, boolean own) {
    /** Whether each of these words stands somewhere in it. */
    boolean has(String words) {
        String all = (title + ' ' + note + ' ' + group + ' ' + text).toLowerCase(Locale.ROOT);
        for (String word : words.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
