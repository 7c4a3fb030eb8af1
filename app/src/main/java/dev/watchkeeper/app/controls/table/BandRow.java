package dev.watchkeeper.app.controls.table;

import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.util.Subscription;

/** A row that fades when what it showed is gone, and is drawn as a band with words where it heads a group. */
final class BandRow<R> extends TableRow<LiveRow<R>> {
    private static final PseudoClass BAND = PseudoClass.getPseudoClass("band");

    private final Function<R, Optional<String>> bandOf;
    private final Label words = new Label();
    private Subscription watching = Subscription.EMPTY;

    /**
     * @param bandOf the words of a row that heads a group; empty for the others
     */
    BandRow(Function<R, Optional<String>> bandOf) {
        this.bandOf = bandOf;
        words.getStyleClass().add("band-words");
        words.setManaged(false);
        words.setMouseTransparent(true);
    }

    @Override
    protected void updateItem(LiveRow<R> row, boolean empty) {
        super.updateItem(row, empty);
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        if (empty || row == null) {
            setOpacity(1);
            band(Optional.empty());
        } else {
            watching = Subscription.combine(
                    row.goneProperty().subscribe(gone -> setOpacity(gone ? 0.4 : 1)),
                    row.valueProperty().subscribe(value -> band(bandOf.apply(value))));
        }
    }

    private void band(Optional<String> text) {
        pseudoClassStateChanged(BAND, text.isPresent());
        words.setVisible(text.isPresent());
        words.setText(text.orElse(""));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (words.isVisible()) {
            if (!getChildren().contains(words)) {
                getChildren().add(words);
            }
            words.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }
}
