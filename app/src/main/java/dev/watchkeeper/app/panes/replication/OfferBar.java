package dev.watchkeeper.app.panes.replication;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.kernel.topology.Offer;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A button for each thing that can be done; what can't be done now is there too, and says why. Lives on the FX thread. */
final class OfferBar extends VBox {
    private final FlowPane buttons = new FlowPane(8, 8);
    private final VBox reasons = new VBox(3);
    private final Consumer<Offer> take;
    private List<Key> shown = List.of();

    /** What of an offer can be seen: the same buttons stay as long as this is the same. */
    private record Key(String name, String label, String whyNot) {
        static Key of(Offer offer) {
            return new Key(offer.name(), offer.label(), offer.whyNot().orElse(""));
        }
    }

    OfferBar(Consumer<Offer> take) {
        super(8);
        this.take = take;
        buttons.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(buttons, reasons);
    }

    void show(List<Offer> offers) {
        setVisible(!offers.isEmpty());
        setManaged(!offers.isEmpty());
        List<Key> keys = offers.stream().map(Key::of).toList();
        if (keys.equals(shown) || buttons.isHover()) {
            return;
        }
        shown = keys;
        buttons.getChildren().clear();
        reasons.getChildren().clear();
        offers.forEach(this::add);
        reasons.setVisible(!reasons.getChildren().isEmpty());
        reasons.setManaged(reasons.isVisible());
    }

    private void add(Offer offer) {
        Button button = Buttons.plain(offer.label(), () -> take.accept(offer));
        button.setId("offer-" + offer.name());
        StackPane holder = new StackPane(button);
        buttons.getChildren().add(holder);
        offer.whyNot().ifPresent(reason -> {
            button.setDisable(true);
            button.setAccessibleText(offer.label() + ", not now: " + reason);
            Tooltip.install(holder, new Tooltip(reason));
            Label why = new Label(offer.label().replace("…", "") + ": " + reason);
            why.getStyleClass().add("secondary");
            why.setWrapText(true);
            why.setMinHeight(Region.USE_PREF_SIZE);
            reasons.getChildren().add(why);
        });
    }
}
