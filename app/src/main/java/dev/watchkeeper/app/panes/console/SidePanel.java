package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.SqlView;
import dev.watchkeeper.app.controls.Tone;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Statements to choose from, at the right: searched while one types, the chosen one shown whole, taken with Enter. */
final class SidePanel extends Card {
    private static final double WIDTH = 380;
    private static final double ROW = 48;

    /** What is done with a line. */
    interface Deeds {
        void take(SideLine line);

        void forget(SideLine line);

        void close();
    }

    private final Deeds deeds;
    private final TextField search = new TextField();
    private final ListView<SideLine> list = new ListView<>();
    private final Label note = new Label();
    private final SqlView text = new SqlView();
    private final Button take = Buttons.styled(Buttons.withKey("Insert", "↵", this::take), "primary");
    private final Button forget = Buttons.plain("Forget", this::forget);
    private final VBox detail = new VBox(8);
    private List<SideLine> all = List.of();

    SidePanel(String title, String prompt, Deeds deeds) {
        this.deeds = deeds;
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        Label heading = new Label(title);
        heading.getStyleClass().add("card-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(heading, gap, Buttons.icon("mdi2c-close", "Close (Esc)", deeds::close));
        head.getStyleClass().add("card-head");
        search.setPromptText(prompt);
        search.setAccessibleText(prompt);
        search.setId("side-search");
        search.textProperty().addListener((property, before, now) -> narrow());
        VBox.setMargin(search, new Insets(10, 12, 6, 12));
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new LineCell());
        list.setPlaceholder(new Label("Nothing like that"));
        list.setAccessibleText(title);
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> choose(now));
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                take();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        note.setWrapText(true);
        note.getStyleClass().add("secondary");
        text.setMaxLines(12);
        HBox buttons = new HBox(8, take, forget);
        buttons.setAlignment(Pos.CENTER_LEFT);
        detail.getChildren().addAll(note, text, buttons);
        detail.getStyleClass().add("side-detail");
        getChildren().addAll(head, search, list, detail);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        choose(null);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            deeds.close();
        } else if (event.getCode() == KeyCode.ENTER) {
            take();
        } else if (event.getCode() == KeyCode.DOWN && search.isFocused()) {
            list.requestFocus();
            list.getSelectionModel().selectNext();
        } else {
            return;
        }
        event.consume();
    }

    /** Shows these. */
    void show(List<SideLine> lines) {
        all = List.copyOf(lines);
        narrow();
    }

    private void narrow() {
        String words = search.getText();
        list.getItems()
                .setAll(all.stream()
                        .filter(line -> words.isBlank() || line.has(words))
                        .toList());
        list.getSelectionModel().selectFirst();
    }

    private void choose(@Nullable SideLine line) {
        detail.setVisible(line != null);
        detail.setManaged(line != null);
        if (line != null) {
            note.setText(line.note());
            note.setVisible(!line.note().isEmpty());
            note.setManaged(note.isVisible());
            text.setText(line.text());
            forget.setVisible(line.own());
        }
    }

    private void take() {
        SideLine line = list.getSelectionModel().getSelectedItem();
        if (line != null) {
            deeds.take(line);
        }
    }

    private void forget() {
        SideLine line = list.getSelectionModel().getSelectedItem();
        if (line != null) {
            deeds.forget(line);
        }
    }

    /** Puts the cursor into the search. */
    void focus() {
        search.requestFocus();
        search.selectAll();
    }

    private static final class LineCell extends ListCell<SideLine> {
        private final Label title = new Label();
        private final Label note = new Label();
        private final Label group = new Label();
        private final VBox box;
        private Tone tone = Tone.NEUTRAL;

        LineCell() {
            note.getStyleClass().addAll("secondary", "side-note");
            note.setMinWidth(0);
            group.getStyleClass().add("secondary");
            group.setMinWidth(Region.USE_PREF_SIZE);
            HBox.setHgrow(note, Priority.ALWAYS);
            note.setMaxWidth(Double.MAX_VALUE);
            HBox below = new HBox(8, note, group);
            box = new VBox(2, title, below);
            box.setAlignment(Pos.CENTER_LEFT);
            box.getStyleClass().add(tone.styleClass());
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable SideLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            title.setText(line.title());
            title.getStyleClass().setAll("label", line.code() ? "side-code" : "medium");
            note.setText(line.note());
            group.setText(line.group());
            line.tone().insteadOf(tone, box);
            tone = line.tone();
            note.getStyleClass().remove("toned");
            if (tone != Tone.NEUTRAL) {
                note.getStyleClass().add("toned");
            }
            setGraphic(box);
        }
    }
}
