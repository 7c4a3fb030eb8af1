package dev.watchkeeper.app.panes.locks;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.locks.BlockingForest;
import dev.watchkeeper.postgres.locks.Party;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import org.jspecify.annotations.Nullable;

/** The root blockers, the worst first, and behind each of them those who wait. Lives on the FX thread. */
final class RootTree {
    private static final double ROW = 46;
    /** Narrower than that there is no room for long words. */
    private static final double ROOMY = 270;

    private final TreeTableView<Party> table = new TreeTableView<>();
    private final SimpleObjectProperty<@Nullable LocksScene> scene = new SimpleObjectProperty<>();
    private final TreeItem<Party> top = new TreeItem<>(Party.session(0));
    private Consumer<Party> onSelect = party -> {};
    private boolean telling;

    RootTree() {
        table.getStyleClass().add("root-tree");
        table.setAccessibleText("Root blockers and who waits behind them");
        table.setShowRoot(false);
        table.setRoot(top);
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label("Nobody holds anybody back"));
        TreeTableColumn<Party, Party> who = new TreeTableColumn<>("Root blocker");
        who.setSortable(false);
        who.setReorderable(false);
        who.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()));
        who.setCellFactory(column -> new MemberCell(scene));
        table.getColumns().add(who);
        TreeTableColumn<Party, Party> held = number("Holds back", 82, "strong", RootTree::holdsBack);
        table.widthProperty().addListener((property, before, now) -> narrow(held, now.doubleValue() < ROOMY));
        table.getColumns().add(held);
        table.getColumns().add(number("For", 52, "plain", RootTree::lasts));
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !telling) {
                onSelect.accept(now.getValue());
            }
        });
    }

    private static void narrow(TreeTableColumn<Party, Party> held, boolean narrow) {
        held.setText(narrow ? "Behind" : "Holds back");
        held.setMinWidth(narrow ? 58 : 82);
        held.setMaxWidth(narrow ? 58 : 82);
    }

    private static String holdsBack(LocksScene scene, Party party) {
        int held = scene.holdsBack(party);
        return held == 0 ? "" : Sizes.count(held);
    }

    private static String lasts(LocksScene scene, Party party) {
        Duration lasts = scene.since(party);
        return Spans.clock(lasts);
    }

    private TreeTableColumn<Party, Party> number(
            String title, double width, String style, BiFunction<LocksScene, Party, String> text) {
        TreeTableColumn<Party, Party> column = new TreeTableColumn<>(title);
        column.getStyleClass().add("right");
        column.setSortable(false);
        column.setReorderable(false);
        column.setMinWidth(width);
        column.setMaxWidth(width);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()));
        column.setCellFactory(one -> new NumberCell(scene, style, text));
        return column;
    }

    TreeTableView<Party> node() {
        return table;
    }

    /** Called when the person selects somebody. */
    void onSelect(Consumer<Party> listener) {
        onSelect = listener;
    }

    void show(LocksScene next) {
        telling = true;
        try {
            List<Party> roots =
                    next.roots().stream().map(BlockingForest.Root::party).toList();
            Branch.reconcile(top, table.isHover() ? held(roots) : roots, next);
            scene.set(next);
        } finally {
            telling = false;
        }
    }

    /** The order that is on the screen, as long as the pointer is over it; newcomers below. */
    private List<Party> held(List<Party> roots) {
        List<Party> shown = top.getChildren().stream()
                .map(TreeItem::getValue)
                .filter(roots::contains)
                .toList();
        return Stream.concat(shown.stream(), roots.stream()).distinct().toList();
    }

    /** Selects a root without telling the listener; whoever is deeper is selected only if its row is there already. */
    void select(Party party) {
        TreeItem<Party> selected = table.getSelectionModel().getSelectedItem();
        if (selected != null && selected.getValue().equals(party)) {
            return;
        }
        telling = true;
        try {
            Optional<TreeItem<Party>> row = find(top, party);
            row.ifPresentOrElse(
                    item -> table.getSelectionModel().select(item),
                    () -> table.getSelectionModel().clearSelection());
        } finally {
            telling = false;
        }
    }

    private static Optional<TreeItem<Party>> find(TreeItem<Party> under, Party party) {
        for (TreeItem<Party> child : under.getChildren()) {
            if (child.getValue().equals(party)) {
                return Optional.of(child);
            }
            if (child.isExpanded()) {
                Optional<TreeItem<Party>> deeper = find(child, party);
                if (deeper.isPresent()) {
                    return deeper;
                }
            }
        }
        return Optional.empty();
    }
}
