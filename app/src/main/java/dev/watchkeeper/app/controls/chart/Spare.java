package dev.watchkeeper.app.controls.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Group;
import javafx.scene.Node;

/** As many nodes of one kind as are needed, used again at every layout. */
public final class Spare<N extends Node> {
    private final Supplier<N> maker;
    private final Group group = new Group();
    private final List<N> nodes = new ArrayList<>();
    private int used;

    public Spare(Supplier<N> maker) {
        this.maker = maker;
        group.setManaged(false);
        group.setAutoSizeChildren(false);
    }

    /** They all stand in this. */
    public Node node() {
        return group;
    }

    public void begin() {
        used = 0;
    }

    public N next() {
        if (used == nodes.size()) {
            N made = maker.get();
            nodes.add(made);
            group.getChildren().add(made);
            // it is measured in this very layout
            made.applyCss();
        }
        N node = nodes.get(used++);
        node.setVisible(true);
        return node;
    }

    public void end() {
        nodes.subList(used, nodes.size()).forEach(node -> node.setVisible(false));
    }
}
