package dev.watchkeeper.app.panes.audit;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.DialogBox;
import dev.watchkeeper.app.controls.EmptyState;
import dev.watchkeeper.app.controls.SqlView;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.table.LiveColumn;
import dev.watchkeeper.app.controls.table.LiveColumn.Look;
import dev.watchkeeper.app.controls.table.LiveTable;
import dev.watchkeeper.kernel.action.AuditEntry;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The audit log, newest first, with the statement of the chosen entry below. */
public final class AuditView extends DialogBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /**
     * @param entries newest first
     */
    public AuditView(List<AuditEntry> entries, Runnable close) {
        super("What was done", Optional.empty(), 1160);
        LiveTable<AuditEntry, AuditEntry> table = new LiveTable<>("Audit log", entry -> entry, columns());
        table.placeholder(new EmptyState(
                "mdi2c-clipboard-text-clock-outline",
                Tone.NEUTRAL,
                "Nothing was done yet",
                "Each action that is run, refused or fails leaves a line here and in the audit log's file."));
        table.show(entries, true);
        table.onReorder(() -> table.show(entries.stream().sorted(table.order()).toList(), true));
        SqlView statement = new SqlView();
        statement.setMaxLines(6);
        table.selectedProperty()
                .addListener((property, before, now) ->
                        statement.setText(now.map(AuditEntry::statement).orElse("")));
        Card card = new Card(table);
        VBox.setVgrow(table, Priority.ALWAYS);
        card.setPrefHeight(420);
        add(card, statement);
        Button done = Buttons.withKey("Close", "Esc", close);
        done.setDefaultButton(true);
        addButtons(done);
    }

    private static List<LiveColumn<AuditEntry>> columns() {
        return List.of(
                LiveColumn.<AuditEntry>of(
                                "When",
                                150,
                                Look.TEXT,
                                entry -> TIME.format(entry.at().atZone(ZoneId.systemDefault())))
                        .by(AuditEntry::at),
                LiveColumn.of("Who", 80, Look.TEXT, AuditEntry::who),
                LiveColumn.of("Server", 120, Look.STRONG, AuditEntry::target),
                LiveColumn.of("As role", 84, Look.QUIET, AuditEntry::role),
                LiveColumn.<AuditEntry>of("Result", 90, Look.BADGE, AuditEntry::result)
                        .toned(entry -> tone(entry.result())),
                LiveColumn.of("Action", 270, Look.TEXT, AuditEntry::what),
                LiveColumn.of("What became of it", 190, Look.QUIET, AuditEntry::outcome),
                LiveColumn.<AuditEntry>of("Took", 70, Look.NUMBER, AuditView::took)
                        .by(AuditEntry::tookMillis));
    }

    private static String took(AuditEntry entry) {
        return dev.watchkeeper.kernel.text.Spans.words(Duration.ofMillis(entry.tookMillis()));
    }

    private static Tone tone(String result) {
        return switch (result) {
            case "done" -> Tone.GREEN;
            case "not done" -> Tone.AMBER;
            case "refused" -> Tone.NEUTRAL;
            default -> Tone.RED;
        };
    }
}
