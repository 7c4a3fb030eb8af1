package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.EmptyState;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.table.LiveTable;
import dev.watchkeeper.history.Interval;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.kernel.workload.StatementId;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The statements of the interval that was chosen, or what changed between two. */
final class StatementsPanel extends Card {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final LiveTable<StatementId, StatementLine> plain =
            new LiveTable<>("Statements", StatementLine::id, StatementColumns.plain());
    private final LiveTable<StatementId, StatementLine> compared =
            new LiveTable<>("What changed from A to B", StatementLine::id, StatementColumns.compared());
    private final StackPane tables = new StackPane(plain);
    private final Label title = new Label("Statements");
    private final Label note = new Label();
    private boolean comparing;

    /**
     * @param chosen gets the line that was chosen, and each newer state of it; empty if none is any more
     * @param reorder called when the person wants another order
     * @param tools stand at the right of its head
     */
    StatementsPanel(Consumer<Optional<StatementLine>> chosen, Runnable reorder, List<MenuItem> more, Node tools) {
        title.getStyleClass().add("card-title");
        note.getStyleClass().add("secondary");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        title.setMinWidth(40);
        note.setMinWidth(0);
        HBox head = new HBox(10, title, note, gap, tools);
        head.getStyleClass().add("card-head");
        head.setAlignment(Pos.CENTER_LEFT);
        prepare(plain, chosen, reorder, more);
        prepare(compared, chosen, reorder, List.of());
        setVgrow(tables, Priority.ALWAYS);
        getChildren().addAll(head, tables);
    }

    private static void prepare(
            LiveTable<StatementId, StatementLine> table,
            Consumer<Optional<StatementLine>> chosen,
            Runnable reorder,
            List<MenuItem> more) {
        table.sortBy(StatementColumns.SHARE, true);
        table.onReorder(reorder);
        table.selectedProperty().addListener((property, before, now) -> chosen.accept(now));
        table.placeholder(new EmptyState(
                "mdi2t-timer-outline", Tone.NEUTRAL, "No statement", "None ended in that time, or none is like that."));
        ContextMenu menu = new ContextMenu(item("Copy cell", table::copyCell), item("Copy rows", table::copyRows));
        menu.getItems().addAll(more);
        table.table().setContextMenu(menu);
        table.table().addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                table.clearSelection();
                event.consume();
            }
        });
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** How the person wants the lines sorted; any thread. */
    Comparator<StatementLine> order(boolean comparison) {
        return comparison ? compared.order() : plain.order();
    }

    void show(QueriesModel model) {
        boolean switched = comparing != model.isComparison();
        comparing = model.isComparison();
        if (switched) {
            shown().clearSelection();
            tables.getChildren().setAll(shown());
        }
        shown().show(model.lines(), model.asked() || switched);
        if (switched && comparing) {
            // the news is what one compares for
            model.lines().stream()
                    .filter(StatementLine::isNews)
                    .max(Comparator.comparingDouble(StatementLine::shift))
                    .ifPresent(line -> compared.select(line.id()));
        }
        title.setText(comparing ? "What changed from A to B" : "Statements " + when(model.past()));
        note.setText(note(model));
    }

    private LiveTable<StatementId, StatementLine> shown() {
        return comparing ? compared : plain;
    }

    private static String when(Past past) {
        Wanted wanted = past.wanted();
        Interval told = past.told();
        if (wanted.moment().isPresent()) {
            return "around " + clock(told);
        }
        if (wanted.a().isPresent() || !wanted.following()) {
            return "from " + clock(told) + ", " + Spans.words(told.length());
        }
        return "of the last " + Spans.words(told.length());
    }

    private static String clock(Interval told) {
        return CLOCK.format(told.from().atZone(ZoneId.systemDefault()));
    }

    private static String note(QueriesModel model) {
        int own = model.past().left();
        String all = Sizes.of(model.all(), "statement", "statements")
                + (own == 0 ? "" : ", without " + Sizes.count(own) + " of this console");
        String left = model.lines().size() == model.all()
                ? ""
                : ", " + Sizes.count(model.lines().size()) + " shown";
        if (!model.isComparison()) {
            return all + left;
        }
        long news = model.past()
                .statements()
                .comparison()
                .map(comparison -> (long) comparison.news().size())
                .orElse(0L);
        return all + ", " + Sizes.count(news) + " with news" + left;
    }

    /** Selects this statement, if it is in the list. */
    void select(StatementId id) {
        shown().select(id);
    }

    void clearSelection() {
        shown().clearSelection();
    }

    /** The chosen line; empty if none is. */
    Optional<StatementLine> chosen() {
        return shown().selectedProperty().get();
    }
}
