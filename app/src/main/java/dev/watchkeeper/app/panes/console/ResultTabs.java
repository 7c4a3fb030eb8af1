package dev.watchkeeper.app.panes.console;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The messages, and the results of the last run beside them. */
final class ResultTabs extends BorderPane {
    /** More results of one run are only told among the messages. */
    static final int MOST = 20;

    private final TabStrip<Node> strip = new TabStrip<>();
    private final HBox head;
    private final Node messages;
    private Consumer<Optional<Node>> onChoose = node -> {};

    ResultTabs(Node messages) {
        this.messages = messages;
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head = new HBox(8, strip, gap);
        head.getStyleClass().add("strip-head");
        setTop(head);
        strip.add(messages, "Messages", false);
        strip.onClose(strip::remove);
        strip.chosenProperty().subscribe(chosen -> {
            setCenter(chosen.orElse(messages));
            onChoose.accept(chosen);
        });
        strip.choose(messages);
    }

    /** Takes the results of the run before away. */
    void clear() {
        for (Node node : strip.items()) {
            if (!node.equals(messages)) {
                strip.remove(node);
            }
        }
    }

    /** Adds a result and shows it; false if there are too many already. */
    boolean add(Node node, String title) {
        if (strip.items().size() > MOST) {
            return false;
        }
        strip.add(node, title, true);
        strip.choose(node);
        return true;
    }

    /** Takes one away; nothing if it is not there any more. */
    void remove(Optional<Node> node) {
        node.ifPresent(strip::remove);
    }

    void chooseMessages() {
        strip.choose(messages);
    }

    void choose(Node node) {
        strip.choose(node);
    }

    /** From left to right, without the messages. */
    List<Node> results() {
        return strip.items().stream().filter(node -> !node.equals(messages)).toList();
    }

    Optional<Node> chosen() {
        return strip.chosenProperty().get();
    }

    void step(int by) {
        strip.step(by);
    }

    /** Called when another one is shown. */
    void onChoose(Consumer<Optional<Node>> action) {
        onChoose = action;
        action.accept(chosen());
    }

    /** Stands at the right of the tabs. */
    void right(Node node) {
        head.getChildren().add(node);
    }
}
