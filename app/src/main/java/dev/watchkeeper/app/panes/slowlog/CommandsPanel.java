package dev.watchkeeper.app.panes.slowlog;

import dev.watchkeeper.app.controls.Choice;
import dev.watchkeeper.app.controls.table.Section;
import dev.watchkeeper.redis.slowlog.SlowLog;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The commands of a stretch of time, with their shares of it. */
final class CommandsPanel extends VBox {
    private final Label told = new Label();
    private final Section<String, CommandLine> lines;

    /** @param stretch gets the one that was chosen */
    CommandsPanel(Consumer<Optional<Detail>> chosen, Consumer<Stretch> stretch) {
        lines = new Section<>(
                "Commands",
                CommandLine::name,
                Tables.commands(),
                Section.empty("mdi2t-timer-outline", "No command was run", "In this stretch of time."),
                CommandLine::name,
                line -> chosen.accept(line.map(DetailWords::of)));
        lines.table().sortBy(Tables.SHARE, true);
        told.getStyleClass().add("secondary");
        told.setMinWidth(0);
        HBox bar = new HBox(10, new Choice<>(List.of(Stretch.values()), Stretch::title, stretch), told);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("table-bar");
        VBox.setVgrow(lines.table(), Priority.ALWAYS);
        getChildren().addAll(bar, lines.table());
    }

    void filter(Predicate<String> filter) {
        lines.filter(filter);
    }

    /** How many there are. */
    int show(QueriesModel model) {
        List<CommandLine> newest = CommandLine.of(
                model.work(),
                model.snapshot().value().slowLog().value().map(SlowLog::entries).orElse(List.of()));
        lines.show(newest);
        told.setText(model.stretch(model.work()));
        return newest.size();
    }

    void clearSelection() {
        lines.table().clearSelection();
    }
}
