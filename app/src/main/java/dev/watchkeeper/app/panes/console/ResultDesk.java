package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.plan.PlanCard;
import dev.watchkeeper.app.controls.result.PackedPage;
import dev.watchkeeper.app.controls.result.ResultTable;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.console.Column;
import dev.watchkeeper.postgres.console.RowCursor;
import dev.watchkeeper.postgres.describe.Description;
import dev.watchkeeper.postgres.plans.Explained;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What became of statements: a tab for each result, and the messages. */
final class ResultDesk {
    private final PaneContext context;
    private final MessagesView messages;
    private final ResultTabs tabs;
    private final Card view;
    private Optional<Event.Begun> underWay = Optional.empty();
    private Instant begunAt = Instant.EPOCH;
    private Optional<Node> plan = Optional.empty();
    private int results;

    /**
     * @param goTo brings the caret to a place in the script
     */
    ResultDesk(PaneContext context, Consumer<Integer> goTo) {
        this.context = context;
        this.messages = new MessagesView(goTo);
        this.tabs = new ResultTabs(messages);
        this.view = new Card(tabs);
        VBox.setVgrow(tabs, Priority.ALWAYS);
    }

    Node view() {
        return view;
    }

    void happened(Event event) {
        switch (event) {
            case Event.Begun begun -> begun(begun);
            case Event.Said said ->
                messages.add(said.notices().stream()
                        .map(one -> MessageText.of(now(), one))
                        .toList());
            case Event.Came came -> came(came);
            case Event.Described described -> {
                messages.add(List.of(MessageText.of(now(), described)));
                tabs.add(new DescriptionView(described.descriptions()), title(described));
            }
            case Event.Failed failed -> {
                messages.add(List.of(MessageText.of(now(), failed)));
                tabs.chooseMessages();
            }
            case Event.Ended ended -> ended(ended);
        }
    }

    private static String title(Event.Described described) {
        List<Description> all = described.descriptions();
        return all.size() == 1 ? all.getFirst().title() : all.size() + " descriptions";
    }

    private void begun(Event.Begun begun) {
        if (begun.number() == 1) {
            tabs.clear();
            results = 0;
        }
        underWay = Optional.of(begun);
        begunAt = now();
    }

    private void came(Event.Came came) {
        messages.add(List.of(MessageText.of(now(), came)));
        PackedPage page = came.page();
        if (page == null) {
            return;
        }
        results++;
        if (isPlanText(came)) {
            tabs.add(new PlanText(page), "Plan");
            return;
        }
        ResultView result = new ResultView(context, came, page);
        result.table().onLook((row, column) -> look(result.table(), row, column));
        tabs.add(result, "Result " + results);
    }

    private static boolean isPlanText(Event.Came came) {
        List<Column> columns = came.answer().rows().map(RowCursor::columns).orElse(List.of());
        return came.answer().verb().equals("EXPLAIN") && columns.size() == 1;
    }

    /** Shows how a statement would be carried out. */
    void plan(Explained explained) {
        PlanCard card = new PlanCard();
        card.onOpen(dialog -> {
            dialog.onClose(context.modals()::close);
            context.modals().open(dialog, () -> {});
        });
        card.show(explained);
        tabs.remove(plan);
        plan = Optional.of(card);
        tabs.add(card, "Plan");
    }

    private void look(ResultTable table, int row, int column) {
        ValueDialog dialog = new ValueDialog(
                table.columns().get(column), row, table.rows().value(row, column), context.modals()::close);
        context.modals().open(dialog, () -> {});
        dialog.focus();
    }

    private void ended(Event.Ended ended) {
        underWay = Optional.empty();
        if (ended.of() > 1) {
            boolean whole = ended.ran() == ended.of();
            String words = whole
                    ? Sizes.of(ended.of(), "statement", "statements") + " run"
                    : ended.ran() + " of " + Sizes.of(ended.of(), "statement", "statements")
                            + " run; those behind the one that failed were not";
            messages.add(List.of(new Message(
                    now(),
                    whole ? Tone.NEUTRAL : Tone.AMBER,
                    words + " · " + Spans.words(ended.took()),
                    "",
                    "",
                    Optional.empty())));
        }
    }

    /** What runs now and how long; empty for nothing. */
    String underWay() {
        return underWay.map(begun -> {
                    String which = begun.of() == 1 ? "" : begun.number() + " of " + begun.of() + ", ";
                    return "runs, " + which + Spans.clock(Duration.between(begunAt, now()));
                })
                .orElse("");
    }

    /** Puts the keyboard into the results, or does the other thing if it is there already. */
    void focusOr(Runnable other) {
        Node focused = view.getScene() == null ? null : view.getScene().getFocusOwner();
        for (Node node = focused; node != null; node = node.getParent()) {
            if (node.equals(view)) {
                other.run();
                return;
            }
        }
        tabs.chosen().ifPresent(node -> {
            if (node instanceof ResultView result) {
                result.table().focus();
            } else {
                node.requestFocus();
            }
        });
    }

    private Instant now() {
        return context.clock().instant();
    }
}
