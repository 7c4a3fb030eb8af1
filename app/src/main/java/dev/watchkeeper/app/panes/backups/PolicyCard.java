package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.controls.Badge;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.backup.Finding;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is demanded, and how that is kept. Lives on the FX thread. */
final class PolicyCard {
    private final Label note = new Label();
    private final SideRows rows = new SideRows();
    private final Card card;
    private List<Finding> shown = List.of();

    PolicyCard() {
        note.getStyleClass().add("secondary");
        card = Card.titled("Policy", note, rows);
    }

    Card node() {
        return card;
    }

    void show(BackupsScene scene) {
        List<Finding> policy = scene.catalog().policy();
        note.setText(
                scene.stale().isEmpty()
                        ? ""
                        : "as of "
                                + scene.stale().values().stream()
                                        .min(Instant::compareTo)
                                        .map(scene.times()::second)
                                        .orElse(""));
        if (policy.equals(shown) && !rows.getChildren().isEmpty()) {
            return;
        }
        shown = policy;
        rows.show(policy.stream().map(PolicyCard::row).toList());
        if (policy.isEmpty()) {
            Label none = new Label("Nothing is demanded of these backups.");
            none.getStyleClass().addAll("secondary", "policy-none");
            rows.getChildren().add(none);
        }
    }

    private static HBox row(Finding finding) {
        Tone tone = BackupWords.tone(finding.status());
        Label rule = new Label(finding.rule());
        Label detail = new Label(finding.detail());
        boolean bad = finding.status() == Finding.Status.SHORT || finding.status() == Finding.Status.BROKEN;
        detail.getStyleClass().add("secondary");
        if (bad) {
            detail.getStyleClass().addAll("toned", tone.styleClass());
        }
        for (Label label : List.of(rule, detail)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        VBox words = new VBox(1, rule, detail);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(10, words, new Badge(finding.status().label(), tone));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("side-row");
        row.setAccessibleText(finding.rule() + ": " + finding.status().label() + ", " + finding.detail());
        return row;
    }
}
