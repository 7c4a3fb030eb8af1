package dev.watchkeeper.app.panes.clients;

import dev.watchkeeper.app.controls.Badge;
import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.clients.Client;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One client on a closer look, with what can be done about it. */
final class ClientCard extends Card {
    private final Label id = new Label();
    private final Badge kind = new Badge("", Tone.NEUTRAL);
    private final Label who = new Label();
    private final Label effect = new Label();
    private final GridPane facts = new GridPane();

    ClientCard(Runnable kill, Runnable close) {
        setPrefWidth(348);
        setMinWidth(348);
        id.getStyleClass().add("pane-title");
        who.getStyleClass().add("secondary");
        who.setWrapText(true);
        effect.setWrapText(true);
        facts.setHgap(12);
        facts.setVgap(6);
        ColumnConstraints names = new ColumnConstraints(112);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().addAll(names, values);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, id, kind, gap, Buttons.icon("mdi2c-close", "Close the details", close));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox ground = new VBox(effect);
        ground.getStyleClass().setAll("ground", Tone.NEUTRAL.styleClass());
        VBox body = new VBox(
                head, who, facts, ground, new HBox(Buttons.styled(Buttons.withKey("Kill…", "K", kill), "danger")));
        body.getStyleClass().add("card-body");
        getChildren().add(body);
    }

    void show(Client client) {
        id.setText(Long.toString(client.id()));
        kind.show(client.kind().words(), ClientColumns.tone(client.kind()));
        who.setText((client.called().isEmpty() ? "without a name" : client.called()) + " · " + client.user());
        facts.getChildren().clear();
        add("Address", client.address());
        add("Came in at", client.localAddress());
        add("Connected", "for " + Spans.words(client.age()));
        add("Idle", "for " + Spans.words(client.idle()));
        add("Last command", client.command());
        add("Database", Integer.toString(client.database()));
        if (client.multi() >= 0) {
            add("In MULTI", Sizes.of(client.multi(), "command", "commands") + " queued");
        }
        if (client.subscriptions() > 0) {
            add("Subscribed to", Sizes.of(client.subscriptions(), "channel", "channels"));
        }
        add("Waits to be sent", Sizes.bytes(client.outputBytes()));
        add("Memory", Sizes.bytes(client.totalBytes()));
        add("Library", client.library());
        add("Flags", client.flags());
        effect.setText(effect(client));
    }

    private static String effect(Client client) {
        return switch (client.kind()) {
            case REPLICA -> "Killing it breaks a replica's link: it connects again, and may have to copy everything.";
            case PRIMARY -> "Killing it breaks the link to the primary: this replica connects again.";
            case TRANSACTION -> "Killing it discards what is queued in MULTI.";
            case BLOCKED -> "It waits for a key or a message: killing it loses nothing.";
            case PUBSUB, MONITOR -> "Killing it ends what it listens to, until it connects again.";
            default -> "Most applications connect again at once.";
        };
    }

    private void add(String name, String value) {
        if (value.isEmpty()) {
            return;
        }
        Label left = new Label(name);
        left.getStyleClass().add("secondary");
        Label right = new Label(value);
        right.setWrapText(true);
        facts.addRow(facts.getRowCount(), left, right);
    }
}
