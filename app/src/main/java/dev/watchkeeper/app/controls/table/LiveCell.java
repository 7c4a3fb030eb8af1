package dev.watchkeeper.app.controls.table;

import dev.watchkeeper.app.controls.Badge;
import dev.watchkeeper.app.controls.Tone;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** A cell that touches the scene only where something has changed. */
final class LiveCell<R> extends TableCell<LiveRow<R>, R> {
    private final LiveColumn<R> column;
    private final @Nullable Badge badge;
    private Tone tone = Tone.NEUTRAL;

    LiveCell(LiveColumn<R> column) {
        this.column = column;
        this.badge = column.look() == LiveColumn.Look.BADGE ? new Badge("", Tone.NEUTRAL) : null;
        switch (column.look()) {
            case QUIET -> getStyleClass().add("secondary");
            case STRONG -> getStyleClass().add("strong");
            case NUMBER -> getStyleClass().add("right");
            case CODE -> getStyleClass().add("mono");
            default -> {}
        }
        setOnMouseEntered(event -> setTooltip(isCut() ? tip() : null));
    }

    @Override
    protected void updateItem(@Nullable R item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setText(null);
            setGraphic(null);
            return;
        }
        String text = column.text().apply(item);
        Tone newTone = column.tone().apply(item);
        if (badge == null) {
            setText(text);
            recolour(newTone);
        } else {
            badge.show(text, newTone);
            setGraphic(text.isEmpty() ? null : badge);
        }
    }

    private void recolour(Tone newTone) {
        if (newTone == tone) {
            return;
        }
        getStyleClass().removeAll("toned", "strong-tone", tone.styleClass());
        if (newTone != Tone.NEUTRAL) {
            getStyleClass().addAll("toned", newTone.styleClass());
        }
        tone = newTone;
    }

    private boolean isCut() {
        return !isEmpty()
                && lookup(".text") instanceof Text shown
                && !shown.getText().equals(getText());
    }

    private @Nullable Tooltip tip() {
        if (getItem() == null) {
            return null;
        }
        Tooltip tip = new Tooltip(column.whole().apply(getItem()));
        tip.setMaxWidth(640);
        tip.setShowDelay(Duration.millis(400));
        tip.setShowDuration(Duration.INDEFINITE);
        return tip;
    }
}
