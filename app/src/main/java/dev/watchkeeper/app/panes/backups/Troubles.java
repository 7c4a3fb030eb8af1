package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.controls.Banner;
import dev.watchkeeper.app.controls.BannerText;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.backup.Catalog;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.VBox;

/** A banner for each source that could not be read: what is the matter, what to do, and what is shown meanwhile. */
final class Troubles extends VBox {
    private List<BannerText> shown = List.of();

    Troubles() {
        super(8);
        appear();
    }

    void show(BackupsScene scene) {
        List<BannerText> texts = scene.catalog().sources().stream()
                .filter(asked -> asked.trouble().isPresent())
                .map(asked -> text(asked, scene))
                .toList();
        if (!texts.equals(shown)) {
            shown = texts;
            getChildren()
                    .setAll(texts.stream()
                            .map(text -> new Banner(new SimpleObjectProperty<>(Optional.of(text))))
                            .toList());
            appear();
        }
    }

    private void appear() {
        setVisible(!shown.isEmpty());
        setManaged(!shown.isEmpty());
    }

    private static BannerText text(Catalog.Asked asked, BackupsScene scene) {
        String meanwhile = Optional.ofNullable(scene.stale().get(asked.source()))
                .map(at -> "What is shown of it is of " + scene.times().second(at))
                .orElse("");
        BannerText text = BannerText.of(Tone.RED, asked.trouble().orElseThrow(), meanwhile);
        String where = BackupWords.source(asked.source());
        return new BannerText(text.tone(), where + ": " + text.text(), text.advice(), "");
    }
}
