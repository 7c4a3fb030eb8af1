package dev.watchkeeper.app.panes.replication;

import dev.watchkeeper.app.controls.Badge;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.panes.replication.picture.NodeText;
import dev.watchkeeper.app.reports.TopologyWords;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What each slot keeps, and when that fills the disk. Lives on the FX thread. */
final class SlotsCard {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");
    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");
    private static final double KIND = 54;
    private static final double KEEPS = 60;
    private static final double FULL = 62;

    private final Label count = new Label();
    private final VBox rows = new VBox();
    private final Card card;
    private final List<Row> made = new ArrayList<>();
    private final Consumer<Slot> choose;
    private List<String> shown = List.of();

    SlotsCard(Consumer<Slot> choose) {
        this.choose = choose;
        count.getStyleClass().add("secondary");
        rows.getStyleClass().add("rows");
        HBox head = new HBox(
                6,
                grown(title("Slot", Double.MAX_VALUE, Pos.CENTER_LEFT)),
                title("Kind", KIND, Pos.CENTER_LEFT),
                title("Keeps", KEEPS, Pos.CENTER_RIGHT),
                title("Full in", FULL, Pos.CENTER_RIGHT));
        head.getStyleClass().add("slots-head");
        card = Card.titled("Slots", count, head, rows);
    }

    private static Label title(String text, double width, Pos where) {
        Label label = new Label(text);
        label.getStyleClass().add("column-title");
        sized(label, width, where);
        return label;
    }

    private static void sized(Label label, double width, Pos where) {
        label.setAlignment(where);
        if (width < Double.MAX_VALUE) {
            label.setMinWidth(width);
            label.setPrefWidth(width);
        }
        label.setMaxWidth(width);
    }

    private static Node grown(Node node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        return node;
    }

    Node node() {
        return card;
    }

    void show(ReplicationScene scene, Chosen chosen) {
        List<Slot> slots = ordered(scene.topology().slots());
        card.setVisible(!slots.isEmpty());
        card.setManaged(!slots.isEmpty());
        long inactive =
                slots.stream().filter(slot -> !slot.active() && !slot.synced()).count();
        count.setText(slots.size()
                + (inactive == 0 ? ", all active" : inactive == 1 ? ", one inactive" : ", " + inactive + " inactive"));
        while (made.size() < slots.size()) {
            Row row = new Row();
            made.add(row);
            rows.getChildren().add(row);
        }
        for (int i = 0; i < made.size(); i++) {
            Row row = made.get(i);
            row.setVisible(i < slots.size());
            row.setManaged(i < slots.size());
            if (i < slots.size()) {
                Slot slot = slots.get(i);
                boolean primary = scene.node(slot.node())
                        .filter(node -> node.role() == NodeRole.PRIMARY)
                        .isPresent();
                row.show(slot, scene.at(), primary ? "" : "on " + scene.name(slot.node()));
                row.pseudoClassStateChanged(LAST, i == slots.size() - 1);
                row.pseudoClassStateChanged(SELECTED, chosen.equals(new Chosen.OfSlot(slot.node(), slot.name())));
            }
        }
    }

    /** The worst first; as they stand while the pointer is over them. */
    private List<Slot> ordered(List<Slot> slots) {
        Comparator<Slot> order = Comparator.comparing(Slot::severity, Comparator.reverseOrder())
                .thenComparing(Slot::node)
                .thenComparing(Slot::name);
        Comparator<Slot> held = Comparator.comparingInt(slot -> {
            int at = shown.indexOf(key(slot));
            return at < 0 ? Integer.MAX_VALUE : at;
        });
        List<Slot> ordered = slots.stream()
                .sorted(rows.isHover() ? held.thenComparing(order) : order)
                .toList();
        shown = ordered.stream().map(SlotsCard::key).toList();
        return ordered;
    }

    private static String key(Slot slot) {
        return slot.node() + " " + slot.name();
    }

    /** One slot. */
    private final class Row extends RowButton {
        private final Label name = new Label();
        private final Label note = new Label();
        private final Label kind = new Label();
        private final Label keeps = new Label();
        private final Badge full = new Badge("", Tone.NEUTRAL);
        private final Tooltip tooltip = new Tooltip();
        private Tone tone = Tone.NEUTRAL;

        Row() {
            note.getStyleClass().add("slot-note");
            VBox words = new VBox(1, name, note);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(60);
            HBox.setHgrow(words, Priority.ALWAYS);
            sized(kind, KIND, Pos.CENTER_LEFT);
            sized(keeps, KEEPS, Pos.CENTER_RIGHT);
            keeps.getStyleClass().add("slot-keeps");
            StackPane badge = new StackPane(full);
            badge.setAlignment(Pos.CENTER_RIGHT);
            badge.setMinWidth(FULL);
            badge.setPrefWidth(FULL);
            badge.setMaxWidth(FULL);
            setSpacing(6);
            setAlignment(Pos.CENTER_LEFT);
            getStyleClass().addAll("slot", tone.styleClass());
            getChildren().addAll(words, kind, keeps, badge);
            Tooltip.install(this, tooltip);
        }

        void show(Slot slot, Instant now, String where) {
            Tone next = Words.isFilling(slot) ? NodeText.tone(slot.severity()) : Tone.NEUTRAL;
            if (next != tone) {
                next.insteadOf(tone, this);
                tone = next;
            }
            String remark = Words.note(slot, now);
            String both = remark + (remark.isEmpty() || where.isEmpty() ? "" : " · ") + where;
            name.setText(slot.name());
            note.setText(both);
            note.setVisible(!both.isEmpty());
            note.setManaged(!both.isEmpty());
            note.pseudoClassStateChanged(TROUBLE, Words.isTrouble(slot));
            kind.setText(slot.type());
            keeps.setText(TopologyWords.bytes(slot.retainedBytes()));
            String fullIn = Words.fullIn(slot);
            full.setVisible(!fullIn.isEmpty());
            full.show(fullIn, next);
            tooltip.setText(slot.name() + (both.isEmpty() ? "" : "\n" + both));
            setAccessibleText("slot " + slot.name() + ", " + slot.type() + ", keeps " + keeps.getText()
                    + (fullIn.isEmpty() ? "" : ", full in " + fullIn) + (both.isEmpty() ? "" : ", " + both));
            onChosen(() -> choose.accept(slot));
        }
    }
}
