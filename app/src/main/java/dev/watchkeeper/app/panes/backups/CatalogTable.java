package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.Clip;
import dev.watchkeeper.app.controls.EmptyState;
import dev.watchkeeper.app.controls.FilterField;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.table.LiveTable;
import dev.watchkeeper.app.panes.backups.picture.Lineage;
import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.kernel.text.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All backups, what builds on others below these. Lives on the FX thread. */
final class CatalogTable {
    /** In so many pixels from the left the sign stands that opens and closes a chain. */
    private static final double SIGN = 24;

    private final LiveTable<Lineage.Key, BackupLine> table =
            new LiveTable<>("Catalog of backups", BackupLine::key, CatalogColumns.all());
    private final EmptyState nothing =
            new EmptyState("mdi2a-archive-outline", Tone.NEUTRAL, "No backup is like that", "Empty the filter.");
    private final FilterField filter = new FilterField("name, kind, proof…");
    private final Label note = new Label();
    private final HBox deeds = new HBox(8);
    private final Folding folding = new Folding();
    private final Card card;
    private @Nullable BackupsScene shown;

    /** @param chosen gets the backup that was chosen; empty if none is any more */
    CatalogTable(Consumer<Optional<Backup>> chosen) {
        note.getStyleClass().add("secondary");
        note.setMinWidth(40);
        note.setTooltip(new Tooltip());
        note.getTooltip().textProperty().bind(note.textProperty());
        filter.setPrefWidth(220);
        filter.setMinWidth(120);
        filter.textProperty().addListener((property, before, now) -> arrange(true));
        deeds.setAlignment(Pos.CENTER_RIGHT);
        HBox right = new HBox(10, note, filter, deeds);
        right.setAlignment(Pos.CENTER_RIGHT);
        card = Card.titled("Catalog", right, table);
        card.getChildren().getFirst().getStyleClass().add("catalog-head");
        VBox.setVgrow(table, Priority.ALWAYS);
        table.placeholder(nothing);
        table.onReorder(() -> arrange(true));
        table.selectedProperty().addListener((property, before, now) -> chosen.accept(now.map(BackupLine::backup)));
        TableView<?> view = table.table();
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        view.setOnMouseClicked(this::clicked);
        view.setContextMenu(new ContextMenu(
                item("Copy name", this::copyName),
                item("Copy cell", table::copyCell),
                item("Copy rows", table::copyRows)));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    Card node() {
        return card;
    }

    /** Buttons for what is about no single backup; the first is what is done most. */
    void offer(List<BackupDeeds.Deed> offered) {
        List<Node> buttons = new ArrayList<>();
        for (BackupDeeds.Deed deed : offered) {
            buttons.add(DeedButtons.button(deed, buttons.isEmpty() ? "primary" : "plain"));
        }
        deeds.getChildren().setAll(buttons);
        deeds.setVisible(!offered.isEmpty());
        deeds.setManaged(!offered.isEmpty());
    }

    void show(BackupsScene scene) {
        shown = scene;
        if (scene.isBlind()) {
            nothing.show("Nobody knows which backups there are", "None of the places could be read: see above.");
        } else if (scene.catalog().backups().isEmpty()) {
            nothing.show("There is no backup", "Nothing was found in the places that connections.yaml names.");
        } else {
            nothing.show("No backup is like that", "Empty the filter.");
        }
        note(scene);
        arrange(false);
    }

    /** What is being done just now, instead of what was found. */
    void reading(int sources) {
        note.setText("reading " + Sizes.of(sources, "source", "sources") + "…");
    }

    void read() {
        BackupsScene scene = shown;
        if (scene != null) {
            note(scene);
        }
    }

    private void note(BackupsScene scene) {
        note.setText(Sizes.of(scene.catalog().backups().size(), "backup", "backups") + " · "
                + scene.catalog().sources().stream()
                        .map(asked -> BackupWords.source(asked.source()))
                        .collect(Collectors.joining(", ")));
    }

    private void arrange(boolean asked) {
        BackupsScene scene = shown;
        if (scene == null) {
            return;
        }
        String[] words =
                filter.textProperty().get().toLowerCase(Locale.ROOT).strip().split("\\s+");
        boolean filtered = !filter.textProperty().get().isBlank();
        boolean flat = filtered || !table.table().getSortOrder().isEmpty();
        List<BackupLine> lines = folding.lines(scene, backup -> matches(backup, scene, words), flat).stream()
                .sorted(table.order())
                .toList();
        table.show(lines, asked);
    }

    private static boolean matches(Backup backup, BackupsScene scene, String[] words) {
        String all = String.join(
                        " ",
                        backup.id(),
                        backup.database().orElse(""),
                        backup.source().engine().title(),
                        BackupWords.kind(backup),
                        backup.place(),
                        BackupWords.proof(backup, scene.times()))
                .toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private void pressed(KeyEvent event) {
        boolean open = event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.KP_RIGHT;
        boolean close = event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.KP_LEFT;
        Optional<BackupLine> line = table.selectedProperty().get();
        BackupsScene scene = shown;
        if ((!open && !close) || line.isEmpty() || scene == null || event.isShortcutDown()) {
            return;
        }
        if (close && line.get().inside()) {
            // as in a tree: first to the one that it belongs to
            Backup head = scene.lineage().chain(line.get().backup()).getFirst();
            table.select(Lineage.Key.of(head));
            event.consume();
        } else if (line.get().fold() == (open ? BackupLine.Fold.CLOSED : BackupLine.Fold.OPEN)) {
            toggle(line.get());
            event.consume();
        }
    }

    private void clicked(MouseEvent event) {
        boolean sign = event.getX() <= SIGN && event.getY() > LiveTable.ROW_HEIGHT;
        if (sign || event.getClickCount() == 2) {
            table.selectedProperty()
                    .get()
                    .filter(line -> line.fold() != BackupLine.Fold.NONE)
                    .ifPresent(this::toggle);
        }
    }

    private void toggle(BackupLine line) {
        folding.toggle(line.key());
        arrange(true);
    }

    private void copyName() {
        table.selectedProperty().get().ifPresent(line -> Clip.copy(line.backup().id()));
    }

    /** Chooses this one, and brings it into sight. */
    void select(Backup backup) {
        BackupsScene scene = shown;
        Lineage.Key key = Lineage.Key.of(backup);
        if (scene != null && table.rows().stream().noneMatch(line -> line.key().equals(key))) {
            filter.textProperty().set("");
            Lineage.Key head = Lineage.Key.of(scene.lineage().chain(backup).getFirst());
            if (table.rows().stream()
                    .anyMatch(line -> line.key().equals(head) && line.fold() == BackupLine.Fold.CLOSED)) {
                folding.toggle(head);
            }
            arrange(true);
        }
        table.select(key);
    }

    void clearSelection() {
        table.clearSelection();
    }

    void focus() {
        table.focus();
    }

    void focusFilter() {
        filter.focus();
    }

    void filter(String text) {
        filter.textProperty().set(text);
    }

    /** What is filtered for; empty if nothing is. */
    String filtered() {
        return filter.textProperty().get().strip();
    }
}
