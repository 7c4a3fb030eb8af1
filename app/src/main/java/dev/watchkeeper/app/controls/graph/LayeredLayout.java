package dev.watchkeeper.app.controls.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.FixedAlignment;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Lays out a graph from nothing: columns by {@link Columns}; the order within them and the heights by {@link TreeRows},
 * and where somebody stands behind several by ELK's layered algorithm; unconnected parts below one another in the
 * graph's order. Pure; takes milliseconds to tenths of a second.
 */
public final class LayeredLayout {
    /** Between two parts that no edge connects. */
    private static final double PART_GAP = 30;
    /** From so many nodes on ELK spends less on untangling. */
    private static final int LARGE = 150;

    private LayeredLayout() {}

    public static GraphLayout of(Graph graph) {
        Map<String, Integer> columns = Columns.of(graph);
        Map<String, Placed> placed = new HashMap<>();
        double top = 0;
        for (List<GraphNode> part : Components.of(graph)) {
            top = place(part, graph.edges(), columns, top, placed) + PART_GAP;
        }
        List<Placed> inOrder = new ArrayList<>();
        for (GraphNode node : graph.nodes()) {
            inOrder.add(placed.getOrDefault(node.id(), new Placed(node, 0, top)));
        }
        return GraphLayout.inColumns(graph, inOrder);
    }

    /** Returns the lower end of this part. */
    private static double place(
            List<GraphNode> part,
            List<GraphEdge> edges,
            Map<String, Integer> columns,
            double top,
            Map<String, Placed> placed) {
        Map<String, Double> heights = TreeRows.of(part, edges, columns)
                .map(LayeredLayout::heights)
                .orElseGet(() -> heights(part, edges, columns));
        double bottom = top;
        for (GraphNode node : part) {
            double y = top + heights.getOrDefault(node.id(), 0.0);
            placed.put(node.id(), new Placed(node, columns.getOrDefault(node.id(), 0), y));
            bottom = Math.max(bottom, y + Placed.HEIGHT);
        }
        return bottom;
    }

    private static Map<String, Double> heights(Map<String, Integer> rows) {
        Map<String, Double> heights = new HashMap<>();
        rows.forEach((id, row) -> heights.put(id, row * (Placed.HEIGHT + Placed.GAP)));
        return heights;
    }

    private static Map<String, Double> heights(
            List<GraphNode> part, List<GraphEdge> edges, Map<String, Integer> columns) {
        Map<String, ElkNode> shapes = shapes(part, edges, columns);
        double highest =
                shapes.values().stream().mapToDouble(ElkNode::getY).min().orElse(0);
        Map<String, Double> heights = new HashMap<>();
        shapes.forEach((id, shape) -> heights.put(id, Math.rint(shape.getY() - highest)));
        return heights;
    }

    private static Map<String, ElkNode> shapes(
            List<GraphNode> part, List<GraphEdge> edges, Map<String, Integer> columns) {
        // it knows how to copy the options' values, and is set up by being asked for
        LayoutMetaDataService.getInstance();
        ElkNode root = ElkGraphUtil.createGraph();
        configure(root, part.size());
        Map<String, ElkNode> shapes = new HashMap<>();
        for (GraphNode node : part) {
            shapes.put(node.id(), shape(root, columns.getOrDefault(node.id(), 0)));
        }
        Set<GraphEdge> drawn = new HashSet<>();
        for (GraphEdge edge : edges) {
            ElkNode from = shapes.get(edge.from());
            ElkNode to = shapes.get(edge.to());
            boolean forward = columns.getOrDefault(edge.from(), 0) < columns.getOrDefault(edge.to(), 0);
            if (from != null && to != null && forward && drawn.add(edge)) {
                ElkGraphUtil.createSimpleEdge(
                        from.getPorts().getLast(), to.getPorts().getFirst());
            }
        }
        new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
        return shapes;
    }

    /** All arrows enter a card in the middle of its left edge and leave it in the middle of the right one. */
    private static ElkNode shape(ElkNode root, int column) {
        ElkNode shape = ElkGraphUtil.createNode(root);
        shape.setDimensions(Placed.WIDTH, Placed.HEIGHT);
        shape.setProperty(LayeredOptions.PARTITIONING_PARTITION, column);
        shape.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        port(shape, PortSide.WEST, 0);
        port(shape, PortSide.EAST, Placed.WIDTH);
        return shape;
    }

    private static void port(ElkNode shape, PortSide side, double x) {
        ElkPort port = ElkGraphUtil.createPort(shape);
        port.setProperty(LayeredOptions.PORT_SIDE, side);
        port.setLocation(x, Placed.HEIGHT / 2);
    }

    private static void configure(ElkNode root, int size) {
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.PARTITIONING_ACTIVATE, true);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, Placed.GAP);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, Placed.GAP / 2);
        root.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, false);
        root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_NODES);
        root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.BRANDES_KOEPF);
        // a blocker stands beside the first of those behind it
        root.setProperty(LayeredOptions.NODE_PLACEMENT_BK_FIXED_ALIGNMENT, FixedAlignment.LEFTDOWN);
        root.setProperty(LayeredOptions.THOROUGHNESS, size > LARGE ? 1 : 7);
    }
}
