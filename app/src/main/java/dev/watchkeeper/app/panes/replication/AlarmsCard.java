package dev.watchkeeper.app.panes.replication;

import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.Sentence;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.panes.replication.picture.NodeText;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.topology.Alarm;
import dev.watchkeeper.kernel.topology.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What somebody should know of, the worst first. Lives on the FX thread. */
final class AlarmsCard {
    /** More than this nobody reads at once. */
    private static final int AT_MOST = 8;

    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");

    private final Label count = new Label();
    private final VBox rows = new VBox();
    private final Label more = new Label();
    private final Card card;
    private final List<Row> made = new ArrayList<>();
    private final Consumer<String> choose;

    /**
     * @param choose called with the id of the node that an alarm is about
     */
    AlarmsCard(Consumer<String> choose) {
        this.choose = choose;
        count.getStyleClass().add("secondary");
        more.getStyleClass().addAll("secondary", "rows-foot");
        rows.getStyleClass().add("rows");
        card = Card.titled("Alarms", count, rows, more);
        shown(card, false);
    }

    Node node() {
        return card;
    }

    void show(List<Alarm> alarms) {
        shown(card, !alarms.isEmpty());
        long critical = alarms.stream()
                .filter(alarm -> alarm.severity() == Severity.CRITICAL)
                .count();
        long warnings = alarms.size() - critical;
        count.setText(
                critical == 0
                        ? Sizes.of(warnings, "warning", "warnings")
                        : critical + " critical"
                                + (warnings == 0 ? "" : ", " + Sizes.of(warnings, "warning", "warnings")));
        int wanted = Math.min(AT_MOST, alarms.size());
        while (made.size() < wanted) {
            Row row = new Row();
            made.add(row);
            rows.getChildren().add(row);
        }
        for (int i = 0; i < made.size(); i++) {
            shown(made.get(i), i < wanted);
            if (i < wanted) {
                made.get(i).show(alarms.get(i));
                made.get(i).pseudoClassStateChanged(LAST, i == wanted - 1);
            }
        }
        shown(more, alarms.size() > wanted);
        more.setText("and " + (alarms.size() - wanted) + " more");
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** One alarm. */
    private final class Row extends RowButton {
        private final FontIcon icon = new FontIcon("mdi2a-alert-octagon-outline");
        private final Label text = new Label();
        private final Label advice = new Label();
        private Tone tone = Tone.RED;

        Row() {
            icon.getStyleClass().add("toned-icon");
            text.getStyleClass().addAll("alarm-text", "toned");
            advice.getStyleClass().add("secondary");
            for (Label label : List.of(text, advice)) {
                label.setWrapText(true);
                label.setMinHeight(Region.USE_PREF_SIZE);
            }
            getStyleClass().addAll("alarm", tone.styleClass());
            VBox words = new VBox(2, text, advice);
            HBox.setHgrow(words, Priority.ALWAYS);
            getChildren().addAll(icon, words);
        }

        void show(Alarm alarm) {
            Tone now = NodeText.tone(alarm.severity());
            if (now != tone) {
                now.insteadOf(tone, this);
                tone = now;
            }
            icon.setIconLiteral(
                    alarm.severity() == Severity.CRITICAL ? "mdi2a-alert-octagon-outline" : "mdi2a-alert-outline");
            text.setText(Sentence.begin(alarm.text()));
            advice.setText(alarm.advice());
            shown(advice, !alarm.advice().isEmpty());
            setAccessibleText(alarm.severity().label() + ": " + alarm.text() + ". " + alarm.advice());
            onChosen(() -> choose.accept(alarm.node()));
        }
    }
}
