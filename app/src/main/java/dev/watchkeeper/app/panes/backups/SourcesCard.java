package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.controls.Badge;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where was looked, with which tool, and what is free there. Lives on the FX thread. */
final class SourcesCard {
    /** A clock that is more apart than this makes ages wrong. */
    private static final long SKEW_MILLIS = 5_000;

    private final SideRows rows = new SideRows();
    private final Card card = Card.titled("Sources", new Label(), rows);
    private List<Catalog.Asked> shown = List.of();

    Card node() {
        return card;
    }

    void show(BackupsScene scene) {
        if (!scene.catalog().sources().equals(shown)) {
            shown = scene.catalog().sources();
            rows.show(shown.stream().map(SourcesCard::row).toList());
        }
    }

    private static HBox row(Catalog.Asked asked) {
        Label name = new Label(BackupWords.source(asked.source()));
        name.setTooltip(new Tooltip(name.getText()));
        Label detail = new Label(detail(asked));
        detail.getStyleClass().add("secondary");
        VBox words = new VBox(1, name, detail);
        words.setMinWidth(80);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(10, words, badge(asked));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("side-row");
        return row;
    }

    private static Badge badge(Catalog.Asked asked) {
        if (asked.trouble().isPresent()) {
            return new Badge("not read", Tone.RED);
        }
        return isSkewed(asked) ? new Badge("clock off", Tone.AMBER) : new Badge("read", Tone.GREEN);
    }

    private static boolean isSkewed(Catalog.Asked asked) {
        return asked.aheadMillis().filter(skew -> Math.abs(skew) > SKEW_MILLIS).isPresent();
    }

    static String detail(Catalog.Asked asked) {
        List<String> parts = new ArrayList<>();
        asked.tool().ifPresent(parts::add);
        asked.freeBytes().ifPresent(free -> parts.add(Sizes.bytes(free) + " free"));
        if (isSkewed(asked)) {
            long skew = asked.aheadMillis().orElse(0L);
            parts.add("its clock is " + Spans.words(Duration.ofMillis(Math.abs(skew)))
                    + (skew > 0 ? " ahead" : " behind"));
        }
        return parts.isEmpty() ? asked.source().engine().title() : String.join(" · ", parts);
    }
}
