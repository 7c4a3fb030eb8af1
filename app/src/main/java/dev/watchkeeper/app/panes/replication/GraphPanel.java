package dev.watchkeeper.app.panes.replication;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.EmptyState;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.graph.GraphCanvas;
import dev.watchkeeper.app.controls.graph.Stroke;
import dev.watchkeeper.app.panes.replication.picture.ClusterPicture;
import dev.watchkeeper.app.panes.replication.picture.LinkText;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.LinkKind;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;

/** The cluster drawn, with its legend. Lives on the FX thread. */
final class GraphPanel {
    private static final PseudoClass SPLIT = PseudoClass.getPseudoClass("split");

    private final GraphCanvas canvas = new GraphCanvas();
    private final HBox legend = new HBox(8);
    private final HBox tools;
    private final EmptyState nothing = new EmptyState(
            "mdi2s-server-off", Tone.NEUTRAL, "Nobody is known yet", "No server of this cluster has been found.");
    private final StackPane root = new StackPane();
    private List<String> explained = List.of();

    GraphPanel() {
        canvas.setAccessibleText("Who follows whom");
        legend.getStyleClass().add("graph-legend");
        legend.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        legend.setMouseTransparent(true);
        Button fit = Buttons.icon("mdi2f-fit-to-page-outline", "Fit (Ctrl+0)", canvas::fit);
        Button larger = Buttons.icon("mdi2m-magnify-plus-outline", "Larger (Ctrl++)", () -> canvas.zoom(1.2));
        Button smaller = Buttons.icon("mdi2m-magnify-minus-outline", "Smaller (Ctrl+−)", () -> canvas.zoom(1 / 1.2));
        tools = new HBox(2, smaller, larger, fit);
        tools.getStyleClass().add("graph-tools");
        tools.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(tools, Pos.BOTTOM_RIGHT);
        StackPane.setAlignment(legend, Pos.BOTTOM_LEFT);
        nothing.setVisible(false);
        root.getStyleClass().add("cluster-panel");
        root.getChildren().addAll(canvas, legend, tools, nothing);
    }

    Node node() {
        return root;
    }

    GraphCanvas canvas() {
        return canvas;
    }

    void show(ReplicationScene scene, boolean split) {
        boolean empty = scene.topology().nodes().isEmpty();
        nothing.setVisible(empty);
        canvas.setVisible(!empty);
        tools.setVisible(!empty);
        canvas.show(scene.layout(), anchor(scene));
        root.pseudoClassStateChanged(SPLIT, split);
        explain(scene);
    }

    /** What one looks at stays where it is while the pointer is there, even if the rest has to be laid out anew. */
    private String anchor(ReplicationScene scene) {
        String id = canvas.selectedProperty().get();
        boolean stays = canvas.shown()
                .place(id)
                .map(was -> scene.layout()
                        .place(id)
                        .map(is -> was.box().equals(is.box()))
                        .orElse(true))
                .orElse(true);
        return stays || !canvas.isHover() ? "" : id;
    }

    /** Only what is in the drawing. */
    private void explain(ReplicationScene scene) {
        List<LinkKind> kinds = ClusterPicture.kinds(scene.topology());
        boolean down = scene.topology().links().stream().anyMatch(LinkText::isDown);
        List<String> wanted = kinds.stream().map(LinkKind::label).toList();
        List<String> key =
                down ? Stream.concat(wanted.stream(), Stream.of(Link.DOWN)).toList() : wanted;
        if (key.equals(explained)) {
            return;
        }
        explained = key;
        legend.getChildren().clear();
        kinds.forEach(this::explain);
        if (down) {
            explain(Stroke.DASHED, Tone.RED, "down");
        }
    }

    private void explain(LinkKind kind) {
        switch (kind) {
            case PHYSICAL -> explain(Stroke.SOLID, Tone.GREEN, "WAL");
            case REDIS -> explain(Stroke.SOLID, Tone.GREEN, "replication");
            case LOGICAL -> explain(Stroke.DASHED, Tone.VIOLET, "logical");
            case WATCH -> explain(Stroke.DOTTED, Tone.NEUTRAL, "watches");
            case ROUTE -> explain(Stroke.SOLID, Tone.NEUTRAL, "clients");
        }
    }

    private void explain(Stroke stroke, Tone tone, String word) {
        Line line = new Line(0, 0, 26, 0);
        line.getStyleClass().addAll("sample", stroke.styleClass(), tone.styleClass());
        StackPane holder = new StackPane(line);
        holder.setMinWidth(28);
        Label label = new Label(word);
        label.getStyleClass().add("sample-word");
        legend.getChildren().addAll(holder, label);
    }
}
