package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.controls.Badge;
import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.backup.schedule.Schedule;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One thing that a host does by the clock. */
final class ScheduleRow extends HBox {
    ScheduleRow(Schedule schedule, ScheduleWords words, BackupDeeds deeds) {
        super(8);
        Label what = new Label(schedule.what());
        what.setTextOverrun(OverrunStyle.ELLIPSIS);
        what.setTooltip(new Tooltip(schedule.when() + "  " + schedule.command()));
        Label when = secondary(words.when());
        Label where = secondary(words.where());
        VBox all = new VBox(2, what, when, where);
        all.setMinWidth(80);
        HBox.setHgrow(all, Priority.ALWAYS);
        getChildren().add(all);
        words.trouble().ifPresent(trouble -> {
            Badge badge = new Badge(trouble.word(), trouble.isBad() ? Tone.RED : Tone.AMBER);
            badge.setTooltip(new Tooltip(trouble.sentence()));
            badge.setAccessibleText(trouble.sentence());
            getChildren().add(badge);
            all.getChildren().add(secondary(trouble.sentence()));
        });
        if (schedule.ownId().isPresent()) {
            getChildren()
                    .add(Buttons.icon(
                            "mdi2d-delete-outline",
                            "Remove from the clock: " + schedule.what(),
                            () -> deeds.remove(schedule)));
        }
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("side-row");
    }

    private static Label secondary(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("secondary");
        return label;
    }
}
