package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.controls.Badge;
import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.Clip;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.backup.Backup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The selected backup: everything that is known of it, and what can be done with it. Lives on the FX thread. */
final class DetailCard {
    private final Label title = new Label();
    private final Label what = new Label();
    private final Badge proof = new Badge("", Tone.NEUTRAL);
    private final FactGrid facts = new FactGrid();
    private final FlowPane buttons = new FlowPane(8, 8);
    private final Consumer<Backup> goTo;
    private final Card card;
    private @Nullable Offer offered;

    /**
     * @param goTo selects another backup
     * @param close selects none
     */
    DetailCard(Consumer<Backup> goTo, Runnable close) {
        this.goTo = goTo;
        title.getStyleClass().addAll("mono", "detail-name");
        title.setMinWidth(60);
        title.setTooltip(new Tooltip());
        title.getTooltip().textProperty().bind(title.textProperty());
        what.getStyleClass().add("secondary");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(
                8,
                title,
                gap,
                Buttons.icon("mdi2c-content-copy", "Copy its name", () -> Clip.copy(title.getText())),
                Buttons.icon("mdi2c-close", "Close the details (Esc)", close));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("card-head");
        HBox second = new HBox(8, what, proof);
        second.setAlignment(Pos.CENTER_LEFT);
        VBox body = new VBox(second, buttons, facts);
        body.getStyleClass().addAll("card-body", "detail-body");
        card = new Card(head, body);
    }

    Node node() {
        return card;
    }

    void show(Backup backup, BackupsScene scene, List<BackupDeeds.Deed> deeds) {
        title.setText(backup.id());
        what.setText(backup.source().engine().title() + " " + BackupWords.kind(backup));
        proof.show(
                BackupWords.brief(BackupWords.proof(backup, scene.times())), BackupWords.tone(backup, scene.times()));
        facts.show(Facts.of(backup, scene));
        Offer offer = new Offer(
                backup,
                deeds.stream().map(deed -> deed.label() + deed.whyNot()).toList(),
                scene.lineage().prior(backup),
                newest(scene.lineage().followers(backup)));
        // buttons that would be the same stay: one may be under the pointer
        if (!offer.equals(offered)) {
            offered = offer;
            offer(offer, deeds);
        }
    }

    /** What the buttons are about. */
    private record Offer(Backup backup, List<String> deeds, Optional<Backup> prior, Optional<Backup> newest) {}

    private void offer(Offer offer, List<BackupDeeds.Deed> deeds) {
        List<Node> all = new ArrayList<>(deeds.stream().map(DeedButtons::button).toList());
        link("Go to what it builds on", offer.prior()).ifPresent(all::add);
        link("Go to the newest that builds on it", offer.newest()).ifPresent(all::add);
        buttons.getChildren().setAll(all);
        buttons.setVisible(!all.isEmpty());
        buttons.setManaged(!all.isEmpty());
    }

    private static Optional<Backup> newest(List<Backup> followers) {
        return followers.stream()
                .max(Comparator.comparing(backup -> backup.startedAt().orElse(Instant.EPOCH)));
    }

    private Optional<Button> link(String text, Optional<Backup> to) {
        return to.map(backup -> Buttons.plain(text, () -> goTo.accept(backup)));
    }
}
