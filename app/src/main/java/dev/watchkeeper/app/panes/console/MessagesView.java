package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.Clip;
import dev.watchkeeper.app.controls.EmptyState;
import dev.watchkeeper.app.controls.Tone;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What happened, the newest last: counts and times, what the server said on the way, errors with the way to their place. */
final class MessagesView extends VBox {
    /** The oldest go when there are more. */
    private static final int MOST = 5_000;

    private final ListView<Message> list = new ListView<>();
    private final Consumer<Integer> goTo;

    /**
     * @param goTo brings the caret to a place in the script
     */
    MessagesView(Consumer<Integer> goTo) {
        this.goTo = goTo;
        getStyleClass().add("messages");
        list.setCellFactory(view -> new MessageCell());
        list.setAccessibleText("Messages");
        list.setPlaceholder(new EmptyState(
                "mdi2c-console",
                Tone.NEUTRAL,
                "Nothing was run yet",
                "Ctrl+Enter runs the statement at the caret, or what is selected; Ctrl+Shift+Enter runs all. Ctrl+Space"
                        + " completes names, Ctrl+L has statements for common questions."));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
                copy();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER) {
                Message message = list.getSelectionModel().getSelectedItem();
                if (message != null) {
                    message.place().ifPresent(goTo);
                }
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().add(list);
    }

    /** Adds them below. */
    void add(List<Message> messages) {
        List<Message> some =
                messages.size() > MOST ? messages.subList(messages.size() - MOST, messages.size()) : messages;
        int tooMany = list.getItems().size() + some.size() - MOST;
        if (tooMany > 0) {
            list.getItems().remove(0, tooMany);
        }
        list.getItems().addAll(some);
        list.scrollTo(list.getItems().size() - 1);
    }

    void clear() {
        list.getItems().clear();
    }

    private void copy() {
        List<String> lines = list.getSelectionModel().getSelectedItems().stream()
                .map(one -> one.text() + (one.more().isEmpty() ? "" : "\n" + one.more()))
                .toList();
        if (!lines.isEmpty()) {
            Clip.copy(String.join("\n", lines));
        }
    }

    private final class MessageCell extends ListCell<Message> {
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

        private final Label time = new Label();
        private final FontIcon icon = new FontIcon("mdi2i-information-outline");
        private final Label text = new Label();
        private final Label more = new Label();
        private final Label statement = new Label();
        private final Hyperlink jump = new Hyperlink("Go there");
        private final HBox row;
        private Tone tone = Tone.NEUTRAL;

        MessageCell() {
            time.getStyleClass().add("message-time");
            time.setMinWidth(Region.USE_PREF_SIZE);
            icon.getStyleClass().add("toned-icon");
            text.setWrapText(true);
            text.setMinHeight(Region.USE_PREF_SIZE);
            more.setWrapText(true);
            more.setMinHeight(Region.USE_PREF_SIZE);
            more.getStyleClass().add("message-more");
            statement.getStyleClass().add("message-statement");
            statement.setMinWidth(0);
            jump.setOnAction(event -> {
                if (getItem() != null) {
                    getItem().place().ifPresent(goTo);
                }
            });
            jump.setMinWidth(Region.USE_PREF_SIZE);
            VBox words = new VBox(1, text, more, statement);
            HBox.setHgrow(words, Priority.ALWAYS);
            row = new HBox(10, time, icon, words, jump);
            row.getStyleClass().addAll("message", tone.styleClass());
            // wrapped text is as wide as the list, not as its words
            row.prefWidthProperty().bind(list.widthProperty().subtract(34));
            row.setMaxWidth(Region.USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(@Nullable Message message, boolean empty) {
            super.updateItem(message, empty);
            if (empty || message == null) {
                setGraphic(null);
                return;
            }
            time.setText(TIME.format(message.at().atZone(ZoneId.systemDefault())));
            text.setText(message.text());
            optional(more, message.more());
            optional(statement, message.statement());
            jump.setVisible(message.place().isPresent());
            jump.setManaged(jump.isVisible());
            icon.setIconLiteral(icon(message.tone()));
            message.tone().insteadOf(tone, row);
            tone = message.tone();
            setGraphic(row);
        }

        private static void optional(Label label, String words) {
            label.setText(words);
            label.setVisible(!words.isEmpty());
            label.setManaged(!words.isEmpty());
        }

        private static String icon(Tone tone) {
            return switch (tone) {
                case RED -> "mdi2a-alert-circle-outline";
                case AMBER -> "mdi2a-alert-outline";
                case GREEN -> "mdi2c-check-circle-outline";
                default -> "mdi2i-information-outline";
            };
        }
    }
}
