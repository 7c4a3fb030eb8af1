package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.result.PackedPage;
import dev.watchkeeper.app.controls.result.ResultColumn;
import dev.watchkeeper.app.controls.result.ResultTable;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.postgres.console.Column;
import dev.watchkeeper.postgres.console.Page;
import dev.watchkeeper.postgres.console.RowCursor;
import dev.watchkeeper.postgres.console.ValueKind;
import java.time.Duration;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The rows of one statement: the table, how many there are, and more of them on scrolling to the end. */
final class ResultView extends VBox {
    /** So many come at once when somebody scrolls to the end. */
    private static final int MORE = 2_000;
    /** And so many at once when somebody wants all of them. */
    private static final int MANY = 10_000;
    /** More memory than this a result does not take: then it is to be exported. */
    private static final long MOST_BYTES = 160L << 20;

    private final PaneContext context;
    private final Event.Came came;
    private final ResultTable table;
    private final Label count = new Label();
    private final Label chosen = new Label();
    private final Button more = Buttons.plain("More", () -> fetch(MORE));
    private final Button all = Buttons.plain("All rows", this::fetchAll);
    private final Button stop = Buttons.plain("Stop", () -> wanted = false);
    private boolean last;
    private boolean fetching;
    private boolean wanted;
    private String trouble = "";

    ResultView(PaneContext context, Event.Came came, PackedPage first) {
        this.context = context;
        this.came = came;
        this.last = came.last();
        this.table = new ResultTable(columns(came));
        table.add(first);
        table.onNearEnd(() -> context.fx().later(this::nearEnd));
        table.selectedProperty().addListener((property, before, now) -> chosen.setText(ChosenText.of(table)));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(table, foot());
        update();
    }

    private static List<ResultColumn> columns(Event.Came came) {
        return came.answer().rows().map(RowCursor::columns).orElse(List.of()).stream()
                .map(ResultView::column)
                .toList();
    }

    private static ResultColumn column(Column column) {
        return new ResultColumn(
                column.name(), column.type(), column.kind() == ValueKind.NUMBER, column.kind() == ValueKind.JSON);
    }

    private HBox foot() {
        for (Label label : List.of(count, chosen)) {
            label.getStyleClass().add("secondary");
        }
        count.setId("result-count");
        more.setId("result-more");
        all.setId("result-all");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(10, count, more, all, stop, gap, chosen);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("result-foot");
        return foot;
    }

    private void nearEnd() {
        if (!last && trouble.isEmpty() && isShown()) {
            fetch(MORE);
        }
    }

    /** A result on a tab that nobody looks at needs no more rows. */
    private boolean isShown() {
        return getScene() != null && !table.rows().isEmpty();
    }

    private void fetchAll() {
        wanted = true;
        fetch(MANY);
    }

    private void fetch(int rows) {
        RowCursor cursor = came.answer().rows().orElse(null);
        if (fetching || last || cursor == null) {
            return;
        }
        fetching = true;
        update();
        context.background("more-rows", () -> {
            try {
                Page page = cursor.next(rows);
                PackedPage packed = Runner.packed(cursor, page);
                context.fx().run(() -> arrived(packed, page.last()));
            } catch (FaultException e) {
                context.fx().run(() -> failed(e.fault()));
            }
        });
    }

    private void arrived(PackedPage page, boolean isLast) {
        table.add(page);
        last = isLast;
        fetching = false;
        boolean full = table.rows().bytes() > MOST_BYTES;
        if (full && !last) {
            trouble = "more would not fit into memory: export the result instead";
        }
        if (wanted && !last && !full) {
            fetch(MANY);
        } else {
            wanted = false;
        }
        update();
    }

    private void failed(Fault fault) {
        fetching = false;
        wanted = false;
        trouble = fault.message();
        update();
    }

    private void update() {
        String rows = Sizes.of(table.rows().size(), "row", "rows");
        long dropped = came.answer().rows().map(RowCursor::dropped).orElse(0L);
        String rest = !trouble.isEmpty()
                ? "; " + trouble
                : fetching ? "; more are coming…" : last ? "" : " so far, there are more";
        count.setText(rows
                + rest
                + (dropped > 0 ? "; " + Sizes.count(dropped) + " further ones were not kept" : "")
                + took());
        boolean open = !last && trouble.isEmpty();
        shown(more, open && !wanted);
        shown(all, open && !wanted);
        shown(stop, wanted);
        more.setDisable(fetching);
        all.setDisable(fetching);
    }

    private String took() {
        Duration answered = came.answer().timing().answered();
        String wide = table.columns().size() > ResultTable.DRAWN
                ? " · the first " + ResultTable.DRAWN + " of "
                        + Sizes.of(table.columns().size(), "column", "columns") + " are drawn"
                : "";
        return " · " + MessageText.took(answered) + wide;
    }

    private static void shown(Button button, boolean shown) {
        button.setVisible(shown);
        button.setManaged(shown);
    }

    ResultTable table() {
        return table;
    }

    /** What was run, and its open result. */
    Event.Came came() {
        return came;
    }

    /** Whether all rows are here. */
    boolean isWhole() {
        return last;
    }
}
