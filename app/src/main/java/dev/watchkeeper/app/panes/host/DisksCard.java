package dev.watchkeeper.app.panes.host;

import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.hosts.HostView;
import dev.watchkeeper.app.hosts.HostWords;
import dev.watchkeeper.app.hosts.HostsView;
import dev.watchkeeper.hosts.facts.HostFacts;
import dev.watchkeeper.kernel.text.Sizes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The disks below the server's folders and its backups: one bar each, whatever lies there. */
final class DisksCard extends VBox {
    /** What one row says. */
    private record Row(
            String where, String holds, String folders, double used, Tone tone, String room, String growth) {}

    private final GridPane grid = new GridPane(14, 9);
    private final Label note = new Label();
    private List<Row> shown = List.of();

    DisksCard() {
        note.getStyleClass().add("secondary");
        ColumnConstraints bar = column(40, 80);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(column(60, 170), column(150, 300), bar, column(140, 190), column(70, 210));
        grid.getStyleClass().add("card-body");
        getChildren().add(Card.titled("Disks", note, grid));
    }

    /** As wide as it may be, and where there is less room, less. */
    private static ColumnConstraints column(double least, double most) {
        return new ColumnConstraints(least, most, most);
    }

    void show(HostsView all) {
        List<Row> rows = new ArrayList<>();
        for (HostView host : all.all()) {
            Map<String, List<HostView.DiskUse>> byMount = new LinkedHashMap<>();
            host.disks()
                    .forEach(use -> byMount.computeIfAbsent(use.disk().mount(), mount -> new ArrayList<>())
                            .add(use));
            byMount.values().forEach(uses -> rows.add(row(all, host, uses)));
        }
        if (rows.equals(shown)) {
            return;
        }
        shown = rows;
        note.setText(all.growth().isEmpty() && !rows.isEmpty() ? "growth is known after an hour of recording" : "");
        grid.getChildren().clear();
        for (int i = 0; i < rows.size(); i++) {
            draw(i, rows.get(i));
        }
        if (rows.isEmpty()) {
            grid.add(quiet("Of none of its folders is known where it lies."), 0, 0, 5, 1);
        }
    }

    private static Row row(HostsView all, HostView host, List<HostView.DiskUse> uses) {
        HostFacts.Disk disk = uses.getFirst().disk();
        return new Row(
                all.others().isEmpty() ? disk.mount() : host.host() + " " + disk.mount(),
                String.join(", ", uses.stream().map(DisksCard::words).toList()),
                String.join("\n", uses.stream().map(use -> use.disk().folder()).toList()),
                1 - HostWords.free(disk),
                HostTones.disk(disk),
                Sizes.bytes(disk.freeBytes()) + " free of " + Sizes.bytes(disk.sizeBytes()),
                HostWords.growth(all.growth(host, disk), disk));
    }

    /** A path's end is enough to know it by; the tooltip has all of it. */
    private static String words(HostView.DiskUse use) {
        return use.holds().replaceFirst(" /.*/(?=.)", " …/");
    }

    private void draw(int at, Row row) {
        Label holds = new Label(row.holds());
        holds.getStyleClass().add("medium");
        holds.setWrapText(true);
        holds.setMinHeight(Region.USE_PREF_SIZE);
        Tooltip.install(holds, new Tooltip(row.folders()));
        ShareBar bar = new ShareBar(row.used(), row.tone());
        bar.setAccessibleText(row.holds() + ": " + HostWords.percent(row.used()) + " used");
        Label room = new Label(row.room());
        if (row.tone() != Tone.NEUTRAL) {
            room.getStyleClass().addAll("toned", row.tone().styleClass(), "medium");
        }
        for (Region one : List.of(holds, room)) {
            one.setMinWidth(0);
        }
        grid.addRow(at, quiet(row.where()), holds, bar, room, quiet(row.growth()));
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("secondary");
        label.setMinWidth(0);
        return label;
    }
}
