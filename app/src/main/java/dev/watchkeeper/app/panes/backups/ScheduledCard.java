package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.controls.Badge;
import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.reports.Times;
import dev.watchkeeper.app.workbench.ScheduleBoard;
import dev.watchkeeper.backup.schedule.Schedule;
import dev.watchkeeper.kernel.fault.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the hosts do by the clock about backups. Lives on the FX thread. */
final class ScheduledCard {
    /** More than this nobody reads at once. */
    private static final int AT_MOST = 12;

    private final BackupDeeds deeds;
    private final SideRows rows = new SideRows();
    private final Card card;
    private ScheduleBoard.Seen shown = new ScheduleBoard.Seen(List.of(), Map.of());

    ScheduledCard(BackupDeeds deeds) {
        this.deeds = deeds;
        BackupDeeds.Deed add = deeds.schedule();
        Button button = Buttons.icon("mdi2p-plus", "Back up by the clock, key " + add.key(), add.run());
        button.setId("schedule-add");
        button.setDisable(add.whyNot().isPresent());
        card = Card.titled("Scheduled", button, rows);
        rows.show(List.of(words("Asking the hosts what they do by the clock…")));
    }

    Node node() {
        return card;
    }

    /** What is shown, in its order. */
    List<Schedule> schedules() {
        return shown.schedules().stream()
                .sorted(Comparator.comparing((Schedule one) -> !failed(one))
                        .thenComparing(one -> one.ownId().isEmpty())
                        .thenComparing(one -> one.next().orElse(Instant.MAX)))
                .toList();
    }

    private static boolean failed(Schedule one) {
        return one.last().flatMap(last -> last.trouble()).isPresent();
    }

    void show(ScheduleBoard.Seen seen, Times times) {
        shown = seen;
        List<Node> all = new ArrayList<>();
        seen.troubles().forEach((host, fault) -> all.add(unread(host, fault)));
        List<Schedule> sorted = schedules();
        sorted.stream()
                .limit(AT_MOST)
                .forEach(one -> all.add(new ScheduleRow(one, ScheduleWords.of(one, seen, times), deeds)));
        if (sorted.size() > AT_MOST) {
            all.add(words((sorted.size() - AT_MOST) + " more: watchkeeper schedules list"));
        }
        if (all.isEmpty()) {
            all.add(words("The hosts do nothing about backups by the clock, as far as one may look there."));
        }
        rows.show(all);
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll("secondary", "side-row");
        return label;
    }

    private static HBox unread(String host, Fault fault) {
        Label name = new Label("What " + BackupWords.host(host) + " does by the clock is not known");
        name.setWrapText(true);
        Label why = new Label(fault.message());
        why.setWrapText(true);
        why.setTooltip(new Tooltip(fault.sentence()));
        why.getStyleClass().add("secondary");
        VBox both = new VBox(1, name, why);
        HBox.setHgrow(both, Priority.ALWAYS);
        HBox row = new HBox(10, both, new Badge("not read", Tone.RED));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("side-row");
        return row;
    }
}
