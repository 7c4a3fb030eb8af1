package dev.watchkeeper.app.panes.queries.log;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.Clip;
import dev.watchkeeper.app.controls.EmptyState;
import dev.watchkeeper.app.controls.Sentence;
import dev.watchkeeper.app.controls.SqlView;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.kernel.fault.Fault;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Why the log can't be read, with the statements that mend it, to be copied. */
final class NotReadable {
    private static final Pattern STATEMENT = Pattern.compile("(?:GRANT|ALTER SYSTEM) (?:[^;\"]|\"(?:[^\"]|\"\")*\")*;");

    private NotReadable() {}

    /** @param again asks once more */
    static Card of(Fault fault, Runnable again) {
        List<String> statements = statements(fault.advice());
        Button look = Buttons.plain("Look again", again);
        look.setId("log-look-again");
        HBox buttons = new HBox(8);
        buttons.setAlignment(Pos.CENTER);
        String words = Sentence.begin(new Fault(fault.kind(), fault.message(), said(fault.advice())).sentence());
        if (statements.isEmpty()) {
            buttons.getChildren().add(look);
            return state(words, buttons);
        }
        String sql = String.join("\n", statements);
        SqlView view = new SqlView();
        view.setMaxWidth(620);
        view.setText(sql);
        Button copy = Buttons.styled(Buttons.plain("Copy", () -> Clip.copy(sql)), "primary");
        copy.setId("log-copy-grants");
        buttons.getChildren().addAll(copy, look);
        return state(words, view, buttons);
    }

    private static Card state(String words, Node... more) {
        EmptyState state = new EmptyState(
                "mdi2f-file-lock-outline", Tone.AMBER, "The server's log can't be read from here", words, more);
        VBox.setVgrow(state, Priority.ALWAYS);
        return new Card(state);
    }

    static List<String> statements(String advice) {
        return STATEMENT.matcher(advice).results().map(MatchResult::group).toList();
    }

    /** Without the statements, if nothing is said behind them: they stand below. */
    private static String said(String advice) {
        String without = STATEMENT.matcher(advice).replaceAll("").strip();
        return without.endsWith(":") ? without : advice;
    }
}
