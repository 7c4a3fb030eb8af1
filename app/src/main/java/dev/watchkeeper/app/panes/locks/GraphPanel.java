package dev.watchkeeper.app.panes.locks;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.EmptyState;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.graph.GraphCanvas;
import dev.watchkeeper.kernel.text.Spans;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;

/** The forest drawn, with its legend; or, if there is none, the good news. Lives on the FX thread. */
final class GraphPanel {
    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final ZoneId zone;
    private final GraphCanvas canvas = new GraphCanvas();
    private final Button fold;
    private final HBox legend;
    private final HBox tools;
    private final EmptyState nothing =
            new EmptyState("mdi2c-check-circle-outline", Tone.GREEN, "Nothing is blocked", "");
    private final StackPane root = new StackPane();

    /**
     * @param tidy asked for when the person wants everything folded and laid out anew
     */
    GraphPanel(ZoneId zone, Runnable tidy) {
        this.zone = zone;
        canvas.setAccessibleText("Who blocks whom");
        legend = new HBox(
                8,
                sample("solid"),
                new Label("blocks (holds the lock)"),
                spacer(),
                sample("dashed"),
                new Label("ahead in the queue"));
        legend.getStyleClass().add("graph-legend");
        fold = Buttons.icon("mdi2u-unfold-less-horizontal", "Fold and tidy up", tidy);
        Button fit = Buttons.icon("mdi2f-fit-to-page-outline", "Fit (Ctrl+0)", canvas::fit);
        tools = new HBox(2, fold, fit);
        tools.getStyleClass().add("graph-tools");
        tools.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        legend.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        legend.setMouseTransparent(true);
        StackPane.setAlignment(tools, Pos.BOTTOM_RIGHT);
        StackPane.setAlignment(legend, Pos.BOTTOM_LEFT);
        root.getStyleClass().add("graph-panel");
        root.getChildren().addAll(canvas, legend, tools, nothing);
    }

    private static Node sample(String style) {
        Line line = new Line(0, 0, 26, 0);
        line.getStyleClass().addAll("legend-line", style);
        StackPane holder = new StackPane(line);
        holder.setMinWidth(28);
        return holder;
    }

    private static Region spacer() {
        Region region = new Region();
        region.setMinWidth(14);
        return region;
    }

    Node node() {
        return root;
    }

    GraphCanvas canvas() {
        return canvas;
    }

    void show(LocksScene scene) {
        boolean empty = scene.forest().isEmpty();
        nothing.setVisible(empty);
        legend.setVisible(!empty);
        tools.setVisible(!empty);
        canvas.setVisible(!empty);
        canvas.show(scene.layout(), scene.anchor());
        root.pseudoClassStateChanged(PAST, !scene.live());
        if (empty) {
            nothing.show(scene.live() ? "Nothing is blocked" : "Nothing was blocked", calm(scene));
        }
    }

    /** Since when it is well. */
    private String calm(LocksScene scene) {
        if (!scene.live()) {
            return "No session waited for a lock at " + SECOND.format(scene.at().atZone(zone)) + ".";
        }
        return scene.lastBlocked()
                .map(at -> "No session waits for a lock. The last one that did was seen at "
                        + SECOND.format(at.atZone(zone)) + ", " + Spans.words(Duration.between(at, scene.at()))
                        + " ago; drag the time line to look at it.")
                .orElseGet(() -> "No session waits for a lock, and none has since "
                        + SECOND.format(scene.since().orElse(scene.at()).atZone(zone)) + ", when watching began.");
    }
}
