package dev.watchkeeper.app.controls.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/**
 * Shows a laid out graph: only what is in sight has nodes on the screen. The wheel and dragging move it, with Ctrl the
 * wheel zooms, Ctrl+0 fits it, the arrow keys walk along its edges, Enter opens a pile. As long as nobody has moved it, it fits
 * itself to its place; never while the pointer is over it. Lives on the FX thread.
 */
public final class GraphCanvas extends Region {
    private final ReadOnlyStringWrapper selected = new ReadOnlyStringWrapper("");
    private final Group arrows = new Group();
    private final Group words = new Group();
    private final Group cards = new Group();
    private final Pane heads = new Pane();
    private final Translate translate = new Translate();
    private final Scale scale = new Scale(1, 1);
    private final Map<String, GraphCard> cardOf = new HashMap<>();
    private final Map<String, GraphArrow> arrowOf = new HashMap<>();
    private final Map<String, EdgeLabel> labelOf = new HashMap<>();
    private Consumer<GraphNode> onSelect = node -> {};
    private Consumer<GraphEdge> onSelectEdge = edge -> {};
    private Consumer<GraphNode> onOpen = node -> {};
    private GraphLayout layout = GraphLayout.EMPTY;
    private Viewport viewport = new Viewport(1, Viewport.MARGIN, Viewport.HEAD);
    private boolean ownView;

    public GraphCanvas() {
        getStyleClass().add("graph-canvas");
        getStylesheets()
                .add(Objects.requireNonNull(GraphCanvas.class.getResource("graph.css"))
                        .toExternalForm());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleRoleDescription("Graph");
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        Group world = new Group(arrows, words, cards);
        world.setManaged(false);
        world.getTransforms().setAll(translate, scale);
        arrows.setManaged(false);
        words.setManaged(false);
        words.setAutoSizeChildren(false);
        cards.setAutoSizeChildren(false);
        heads.getStyleClass().add("graph-heads");
        heads.setMouseTransparent(true);
        heads.setManaged(false);
        getChildren().addAll(world, heads);
        new GraphMouse(this);
        new GraphKeys(this);
        hoverProperty().addListener((property, before, now) -> refit());
    }

    /** Shows the next state. */
    public void show(GraphLayout next) {
        show(next, "");
    }

    /**
     * Shows the next state, laid out anew.
     *
     * @param anchor id of the node that stays where it is on the screen; empty for none
     */
    public void show(GraphLayout next, String anchor) {
        Placed was = layout.placed().get(anchor);
        Placed is = next.placed().get(anchor);
        layout = next;
        if (was != null && is != null) {
            look(viewport.moved((was.x() - is.x()) * viewport.zoom(), (was.y() - is.y()) * viewport.zoom()));
        }
        if (boxOf(selected.get()).isEmpty()) {
            selected.set("");
        }
        refit();
        refresh();
    }

    public GraphLayout shown() {
        return layout;
    }

    /** Id of the selected node or edge; empty if none is. */
    public ReadOnlyStringProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Called when the person selects a node. */
    public void onSelect(Consumer<GraphNode> listener) {
        onSelect = listener;
    }

    /** Called when the person selects an edge. */
    public void onSelectEdge(Consumer<GraphEdge> listener) {
        onSelectEdge = listener;
    }

    /** Called when the person opens a pile, or takes up a card's offer. */
    public void onOpen(Consumer<GraphNode> listener) {
        onOpen = listener;
    }

    /** Selects a node or an edge and brings it into sight, without telling the listener. Nothing if it isn't there. */
    public void select(String id) {
        boxOf(id).ifPresent(box -> {
            if (!selected.get().equals(id)) {
                selected.set(id);
                setAccessibleText(story(id));
                Viewport seeing = viewport.showing(box, layout, getWidth(), getHeight());
                if (!seeing.equals(viewport) && getWidth() > 0) {
                    look(seeing);
                }
                refresh();
            }
        });
    }

    /** Selects nothing. */
    public void unselect() {
        selected.set("");
        refresh();
    }

    /** Selects the first, and tells the listener. */
    public void start() {
        Steps.in(layout).first().ifPresent(this::choose);
    }

    private Optional<Box> boxOf(String id) {
        return layout.place(id)
                .map(Placed::box)
                .or(() -> layout.route(id).map(route -> route.card().orElseGet(route::box)));
    }

    private String story(String id) {
        return layout.place(id)
                .map(card -> card.node().story())
                .or(() -> layout.route(id).map(route -> route.edge().story()))
                .orElse("");
    }

    /** The whole drawing, as far as it can be read then; from now on it fits itself again. */
    public void fit() {
        ownView = false;
        viewport = Viewport.fitting(layout, getWidth(), getHeight());
        refresh();
    }

    /** Larger or smaller, around its middle. */
    public void zoom(double factor) {
        look(viewport.zoomed(factor, getWidth() / 2, getHeight() / 2));
    }

    void choose(String id) {
        select(id);
        layout.place(id).ifPresent(card -> onSelect.accept(card.node()));
        layout.route(id).ifPresent(route -> onSelectEdge.accept(route.edge()));
    }

    void open(GraphNode node) {
        if (node.stacked() || !node.offer().isEmpty()) {
            onOpen.accept(node);
        }
    }

    Viewport viewport() {
        return viewport;
    }

    /** What the person wants to see; it stays so until {@link #fit}. */
    void look(Viewport wanted) {
        ownView = true;
        viewport = wanted.within(layout, getWidth(), getHeight());
        refresh();
    }

    private void refit() {
        if (!ownView && !isHover() && getWidth() > 0) {
            viewport = Viewport.fitting(layout, getWidth(), getHeight());
            refresh();
        }
    }

    @Override
    protected void layoutChildren() {
        refit();
        refresh();
    }

    private void refresh() {
        translate.setX(Math.rint(viewport.x()));
        translate.setY(Math.rint(viewport.y()));
        scale.setX(viewport.zoom());
        scale.setY(viewport.zoom());
        showHeads();
        showCards();
        showArrows();
    }

    private void showHeads() {
        List<String> titles = layout.graph().columns();
        int wanted = Math.min(titles.size(), layout.columns());
        while (heads.getChildren().size() < wanted) {
            Label head = new Label();
            head.getStyleClass().add("graph-column");
            heads.getChildren().add(head);
        }
        for (int column = 0; column < heads.getChildren().size(); column++) {
            Label head = (Label) heads.getChildren().get(column);
            head.setVisible(column < wanted);
            if (column < wanted) {
                head.setText(titles.get(column));
                head.autosize();
                head.relocate(Math.rint(viewport.x() + Placed.columnX(column) * viewport.zoom()), 20);
            }
        }
        heads.setVisible(wanted > 0);
        heads.resize(getWidth(), Viewport.HEAD - 8);
    }

    private void showCards() {
        Set<String> seen = new HashSet<>();
        Box sight = viewport.sight(getWidth(), getHeight());
        for (Placed placed : layout.placed().values()) {
            if (placed.box().grown(Placed.PILE).overlaps(sight)) {
                String id = placed.node().id();
                seen.add(id);
                cardOf.computeIfAbsent(id, missing -> added(new GraphCard(), cards))
                        .show(placed, id.equals(selected.get()));
            }
        }
        dropOthers(cardOf, seen, cards);
    }

    private void showArrows() {
        Set<String> seen = new HashSet<>();
        Set<String> labelled = new HashSet<>();
        Box sight = viewport.sight(getWidth(), getHeight());
        for (Route route : layout.routes()) {
            if (route.touches(sight)) {
                GraphEdge edge = route.edge();
                boolean own = edge.id().equals(selected.get());
                boolean lit =
                        own || edge.from().equals(selected.get()) || edge.to().equals(selected.get());
                seen.add(edge.id());
                arrowOf.computeIfAbsent(edge.id(), missing -> added(new GraphArrow(), arrows))
                        .show(route, lit);
                route.card().ifPresent(box -> {
                    labelled.add(edge.id());
                    labelOf.computeIfAbsent(edge.id(), missing -> added(new EdgeLabel(), words))
                            .show(edge, box, own);
                });
            }
        }
        dropOthers(arrowOf, seen, arrows);
        dropOthers(labelOf, labelled, words);
    }

    private static <N extends Node> N added(N node, Group to) {
        to.getChildren().add(node);
        return node;
    }

    private static <K, N extends Node> void dropOthers(Map<K, N> shown, Set<K> seen, Group from) {
        List<K> gone = new ArrayList<>(shown.keySet());
        gone.removeAll(seen);
        Function<K, N> remove = shown::remove;
        from.getChildren().removeAll(gone.stream().map(remove).toList());
    }
}
