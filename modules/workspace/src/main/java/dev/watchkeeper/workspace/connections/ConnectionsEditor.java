package dev.watchkeeper.workspace.connections;

import dev.watchkeeper.kernel.fault.FaultException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Edits the text of the file where something changes; comments, order and the rest of the lines stay. */
final class ConnectionsEditor {
    private static final String LIST = "connections";

    private final TextLines lines;
    private final Splices splices;
    private final String text;
    private final Optional<NodeTuple> list;

    ConnectionsEditor(YamlSource source) throws FaultException {
        this.lines = new TextLines(source);
        this.text = source.text();
        this.splices = new Splices(text);
        this.list = source.root()
                .map(root -> ((MappingNode) root).getValue())
                .flatMap(pairs -> pairs.stream()
                        .filter(pair -> pair.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(LIST))
                        .findFirst());
    }

    String add(SavedConnection connection) throws FaultException {
        if (list.isEmpty()) {
            String item = ConnectionText.item(connection, 2, lines.lineBreak());
            lines.insertLine(splices, text.length(), LIST + ":" + lines.lineBreak() + item);
        } else if (!items().isEmpty()) {
            addAfter(items().getLast(), connection);
        } else {
            addFirst(list.get(), connection);
        }
        return splices.apply();
    }

    String change(int index, SavedConnection before, SavedConnection after) throws FaultException {
        if (!(items().get(index) instanceof MappingNode item)) {
            throw lines.byHand(items().get(index));
        }
        boolean inBrackets = item.getFlowStyle() == FlowStyle.FLOW;
        SequencedMap<String, String> old = ConnectionText.values(before, inBrackets);
        SequencedMap<String, String> wanted = ConnectionText.values(after, inBrackets);
        boolean editsPool = changePool(item, before, after);
        Map<String, String> gone = new HashMap<>(old);
        gone.keySet().removeAll(wanted.keySet());
        MappingEdit edit = new MappingEdit(lines, splices, item);
        for (Map.Entry<String, String> pair : wanted.entrySet()) {
            boolean same = pair.getValue().equals(old.get(pair.getKey()));
            if (!same && !(editsPool && pair.getKey().equals("pool"))) {
                edit.setRaw(pair.getKey(), pair.getValue());
            }
        }
        for (String key : gone.keySet()) {
            if (!(editsPool && key.equals("pool"))) {
                edit.remove(key);
            }
        }
        return splices.apply();
    }

    String remove(int index) throws FaultException {
        Node item = items().get(index);
        if (inBrackets()) {
            boolean first = index == 0;
            boolean only = items().size() == 1;
            int from = first ? lines.start(item) : lines.end(items().get(index - 1));
            int to = first && !only ? lines.start(items().get(1)) : lines.end(item);
            splices.replace(from, to, "");
        } else {
            int dash = lines.dash(item);
            int column = dash - lines.lineStart(dash);
            int end = lines.withCommentsBelow(lines.end(item), column);
            splices.replace(lines.withCommentsAbove(dash), end, "");
        }
        return splices.apply();
    }

    private void addAfter(Node last, SavedConnection connection) throws FaultException {
        if (inBrackets()) {
            splices.replace(lines.end(last), lines.end(last), ", " + ConnectionText.inBrackets(connection));
            return;
        }
        int dash = lines.dash(last);
        int column = dash - lines.lineStart(dash);
        int after = lines.withCommentsBelow(lines.end(last), column);
        lines.insertLine(splices, after, ConnectionText.item(connection, column, lines.lineBreak()));
    }

    /** Into a list that is empty: brackets with nothing in them go away. */
    private void addFirst(NodeTuple empty, SavedConnection connection) {
        int behindColon = lines.end(empty.getKeyNode()) + 1;
        int end = lines.end(empty.getValueNode());
        if (end > behindColon) {
            splices.replace(behindColon, end, "");
        }
        String item = ConnectionText.item(connection, 2, lines.lineBreak());
        lines.insertLine(splices, lines.nextLine(Math.max(behindColon, end)), item);
    }

    /** Its keys one by one, so that sizes that the console does not use stay; whether there was a mapping to edit. */
    private boolean changePool(MappingNode item, SavedConnection before, SavedConnection after) throws FaultException {
        Optional<MappingNode> pool = item.getValue().stream()
                .filter(pair -> pair.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals("pool"))
                .map(NodeTuple::getValueNode)
                .filter(MappingNode.class::isInstance)
                .map(MappingNode.class::cast)
                .findFirst();
        if (pool.isEmpty()) {
            return false;
        }
        MappingEdit edit = new MappingEdit(lines, splices, pool.get());
        SequencedMap<String, String> old = ConnectionText.pool(before.target().pool());
        for (Map.Entry<String, String> pair :
                ConnectionText.pool(after.target().pool()).entrySet()) {
            if (!pair.getValue().equals(old.get(pair.getKey()))) {
                edit.setRaw(pair.getKey(), pair.getValue());
            }
        }
        return true;
    }

    private boolean inBrackets() {
        return list.map(NodeTuple::getValueNode)
                .filter(SequenceNode.class::isInstance)
                .map(SequenceNode.class::cast)
                .filter(sequence -> sequence.getFlowStyle() == FlowStyle.FLOW)
                .isPresent();
    }

    private List<Node> items() {
        return list.map(NodeTuple::getValueNode)
                .filter(SequenceNode.class::isInstance)
                .map(SequenceNode.class::cast)
                .map(SequenceNode::getValue)
                .orElse(List.of());
    }
}
