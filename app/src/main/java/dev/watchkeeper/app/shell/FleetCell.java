package dev.watchkeeper.app.shell;

import dev.watchkeeper.kernel.text.Sizes;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Draws a line of the fleet: the environment's bar, a dot whose shape tells how the server is, name and note. */
final class FleetCell extends ListCell<FleetLine> {
    private final Function<FleetServer, ContextMenu> menus;
    private final Label heading = new Label();
    private final Region bar = new Region();
    private final Region dot = new Region();
    private final Label name = new Label();
    private final Label note = new Label();
    private final HBox row = new HBox();
    private Subscription watching = Subscription.EMPTY;

    FleetCell(Function<FleetServer, ContextMenu> menus) {
        this.menus = menus;
        heading.getStyleClass().addAll("section", "fleet-heading");
        bar.setMinHeight(17);
        bar.setMaxHeight(17);
        name.getStyleClass().add("medium");
        note.getStyleClass().add("secondary");
        note.setMinWidth(USE_PREF_SIZE);
        row.getStyleClass().add("fleet-row");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        row.getChildren().addAll(bar, dot, name, gap, note);
        row.setMaxWidth(Double.MAX_VALUE);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable FleetLine line, boolean empty) {
        super.updateItem(line, empty);
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        setContextMenu(null);
        setMouseTransparent(false);
        if (empty || line == null) {
            setGraphic(null);
            return;
        }
        switch (line) {
            case FleetLine.Heading head -> {
                heading.setText(head.environment().label().toUpperCase(Locale.ROOT));
                setMouseTransparent(true);
                setGraphic(heading);
            }
            case FleetLine.Cluster cluster -> show(cluster.group());
            case FleetLine.Member member -> show(member.server(), member.inside());
        }
    }

    /** As bad as the worst of its members. */
    private void show(FleetClusters.Group group) {
        String environment = group.members().getFirst().target().environment().label();
        String nodes = Sizes.of(group.nodes(), "node", "nodes");
        dress(environment, false);
        name.setText(group.name());
        note.setText(nodes);
        setTooltip(new Tooltip(
                "Found by replication: " + nodes + ", " + group.members().size() + " of them in this list"));
        watching = Subscription.combine(group.members().stream()
                .map(member -> member.healthProperty().subscribe(health -> showWorst(group, environment)))
                .toArray(Subscription[]::new));
        setGraphic(row);
    }

    private void showWorst(FleetClusters.Group group, String environment) {
        FleetServer.Health worst = group.members().stream()
                .map(member -> member.healthProperty().get())
                .reduce(FleetServer.Health.OFF, FleetServer.Health::or);
        dot.getStyleClass().setAll("dot", worst.name().toLowerCase(Locale.ROOT));
        setAccessibleText(
                "cluster " + group.name() + ", " + environment + ", " + note.getText() + ", " + worst.words());
    }

    private void dress(String environment, boolean inside) {
        bar.getStyleClass().setAll("env-bar", "env-" + environment);
        bar.setVisible(!inside);
        row.getStyleClass().setAll(inside ? "fleet-inside" : "fleet-row", "fleet-row");
    }

    private void show(FleetServer server, boolean inside) {
        String environment = server.target().environment().label();
        dress(environment, inside);
        name.setText(server.target().name());
        setContextMenu(menus.apply(server));
        setTooltip(new Tooltip(server.target().endpoint().where() + " · " + environment));
        watching = Subscription.combine(
                server.healthProperty().subscribe(health -> {
                    dot.getStyleClass().setAll("dot", health.name().toLowerCase(Locale.ROOT));
                    setAccessibleText(server.target().name() + ", " + environment + ", " + health.words());
                }),
                server.noteProperty().subscribe(note::setText));
        setGraphic(row);
    }
}
