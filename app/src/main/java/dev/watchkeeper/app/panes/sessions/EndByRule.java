package dev.watchkeeper.app.panes.sessions;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.DialogBox;
import dev.watchkeeper.app.controls.EmptyState;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.sessions.EndingRule;
import dev.watchkeeper.postgres.sessions.Session;
import dev.watchkeeper.postgres.sessions.SessionList;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Ends several sessions that have something in common: the rule first, then the list of those that it means. */
final class EndByRule extends DialogBox {
    private final Snapshot<SessionList> seen;
    private final Map<EndingRule.Kind, RadioButton> kinds = new LinkedHashMap<>();
    private final Map<EndingRule.Kind, Spinner<Integer>> minutes = new LinkedHashMap<>();
    private final Map<Session, Boolean> meant = new LinkedHashMap<>();
    private final ListView<Session> list = new ListView<>();
    private final Button terminate;
    private final Button cancelQueries;

    /**
     * @param seen what the pane shows at this moment; the list stays as it is while one reads it
     */
    EndByRule(
            Target target,
            Snapshot<SessionList> seen,
            Consumer<List<Session>> onTerminate,
            Consumer<List<Session>> onCancel,
            Runnable back) {
        super("End sessions by rule on " + target.name(), Optional.of(target.environment()), 760);
        this.seen = seen;
        terminate = Buttons.styled(Buttons.plain("Terminate…", () -> onTerminate.accept(chosen())), "danger");
        cancelQueries = Buttons.plain("Cancel their queries…", () -> onCancel.accept(chosen()));
        ToggleGroup one = new ToggleGroup();
        VBox rules = new VBox(6);
        for (EndingRule rule : EndingRule.usual()) {
            rules.getChildren().add(ruleLine(rule, one));
        }
        list.setCellFactory(view -> new Line());
        list.setFixedCellSize(32);
        list.setPrefHeight(260);
        list.setPlaceholder(new EmptyState(
                "mdi2c-check-circle-outline", Tone.GREEN, "No session is like that", "Choose another rule or time."));
        add(rules, new Card(list));
        Button close = Buttons.withKey("Back", "Esc", back);
        close.setCancelButton(true);
        close.setDefaultButton(true);
        addButtons(close, cancelQueries, terminate);
        kinds.values().iterator().next().setSelected(true);
        fill();
    }

    private HBox ruleLine(EndingRule rule, ToggleGroup one) {
        RadioButton radio = new RadioButton("All " + rule.kind().label() + " for more than");
        radio.setToggleGroup(one);
        radio.setOnAction(event -> fill());
        Spinner<Integer> time =
                new Spinner<>(0, 100_000, (int) rule.longerThan().toMinutes());
        time.setEditable(true);
        time.setPrefWidth(96);
        time.valueProperty().addListener((property, before, now) -> {
            radio.setSelected(true);
            fill();
        });
        kinds.put(rule.kind(), radio);
        minutes.put(rule.kind(), time);
        radio.setMinWidth(300);
        HBox line = new HBox(10, radio, time, new Label("min"));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void fill() {
        meant.clear();
        kinds.forEach((kind, radio) -> {
            Spinner<Integer> time = minutes.get(kind);
            if (radio.isSelected() && time != null) {
                new EndingRule(kind, Duration.ofMinutes(time.getValue()))
                        .matching(seen.value().sessions(), seen.takenAt())
                        .forEach(session -> meant.put(session, true));
            }
        });
        list.getItems().setAll(meant.keySet());
        count();
    }

    private void count() {
        int count = chosen().size();
        terminate.setText(count == 0 ? "Terminate…" : "Terminate " + Sizes.of(count, "session", "sessions") + "…");
        terminate.setDisable(count == 0);
        cancelQueries.setDisable(count == 0);
    }

    private List<Session> chosen() {
        List<Session> chosen = new ArrayList<>();
        meant.forEach((session, wanted) -> {
            if (wanted) {
                chosen.add(session);
            }
        });
        return chosen;
    }

    private final class Line extends ListCell<Session> {
        private final CheckBox box = new CheckBox();

        Line() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(0);
            box.setMnemonicParsing(false);
            box.setOnAction(event -> {
                meant.put(getItem(), box.isSelected());
                count();
            });
        }

        @Override
        protected void updateItem(@Nullable Session session, boolean empty) {
            super.updateItem(session, empty);
            if (empty || session == null) {
                setGraphic(null);
                return;
            }
            box.setSelected(meant.getOrDefault(session, false));
            box.setText(words(session));
            setGraphic(box);
        }

        private String words(Session session) {
            Instant now = seen.takenAt();
            Duration state = session.stateAge(now);
            String statement = SessionLine.One.of(session, now, 0, 0, null).statement();
            return session.pid() + "  ·  " + session.user() + "  ·  " + session.application() + "  ·  "
                    + session.state().badge()
                    + (state == null ? "" : " for " + Spans.words(state)) + "  ·  " + statement;
        }
    }
}
