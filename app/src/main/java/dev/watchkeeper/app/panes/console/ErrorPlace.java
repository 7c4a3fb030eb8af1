package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.sql.Stretch;
import dev.watchkeeper.postgres.console.Complaint;
import java.util.Optional;

/** What is to be underlined of a statement that failed: the word that the server points at. */
final class ErrorPlace {
    private ErrorPlace() {}

    /** Empty if the server points at nothing. */
    static Optional<Stretch> of(Event.Failed failed) {
        String script = failed.request().script();
        return MessageText.complaint(failed.why()).flatMap(Complaint::place).map(place -> word(script, place.offset()));
    }

    private static Stretch word(String text, int at) {
        int end = at;
        while (isWord(text, end)) {
            end++;
        }
        int least = Math.min(text.length(), at + 1);
        // at the very end of the text there is nothing to underline but what stands before
        return at >= text.length()
                ? new Stretch(Math.max(0, text.length() - 1), text.length())
                : new Stretch(at, Math.max(end, least));
    }

    private static boolean isWord(String text, int at) {
        return at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_');
    }
}
