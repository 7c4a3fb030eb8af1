package dev.watchkeeper.workspace.connections;

import dev.watchkeeper.kernel.fault.FaultException;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Changes single keys of a mapping in its text, and leaves everything else in it as it is. */
final class MappingEdit {
    private final TextLines lines;
    private final Splices splices;
    private final MappingNode mapping;
    private final boolean inBrackets;

    MappingEdit(TextLines lines, Splices splices, MappingNode mapping) {
        this.lines = lines;
        this.splices = splices;
        this.mapping = mapping;
        this.inBrackets = mapping.getFlowStyle() == FlowStyle.FLOW;
    }

    /** Sets a text. */
    void set(String key, String value) throws FaultException {
        setRaw(key, YamlScalar.write(value, inBrackets));
    }

    /** Sets a value that is YAML already, on one line. */
    void setRaw(String key, String value) throws FaultException {
        int index = indexOf(key);
        if (index < 0) {
            insert(key + ": " + value);
            return;
        }
        Node key0 = mapping.getValue().get(index).getKeyNode();
        Node old = mapping.getValue().get(index).getValueNode();
        int behindColon = lines.end(key0) + 1;
        int end = Math.max(behindColon, lines.end(old));
        if (lines.start(old) < lines.start(key0) || end > Math.max(behindColon, lines.end(mapping))) {
            throw lines.byHand(key0);
        }
        boolean isBlock = old instanceof CollectionNode<?> list && list.getFlowStyle() == FlowStyle.BLOCK;
        boolean fromColon = isBlock || lines.start(old) <= behindColon;
        splices.replace(fromColon ? behindColon : lines.start(old), end, fromColon ? " " + value : value);
    }

    /** Takes a key away with its value; nothing happens if it is not there. */
    void remove(String key) {
        int index = indexOf(key);
        if (index < 0) {
            return;
        }
        List<NodeTuple> pairs = mapping.getValue();
        int start = lines.start(pairs.get(index).getKeyNode());
        int end = lines.end(pairs.get(index).getValueNode());
        boolean last = index == pairs.size() - 1;
        if (last && index == 0) {
            splices.replace(start, end, inBrackets ? "" : "{}");
        } else if (inBrackets) {
            int from = last ? lines.end(pairs.get(index - 1).getValueNode()) : start;
            splices.replace(from, last ? end : lines.start(pairs.get(index + 1).getKeyNode()), "");
        } else if (index == 0) {
            splices.replace(start, lines.start(pairs.get(1).getKeyNode()), "");
        } else {
            splices.replace(lines.lineStart(start), lines.nextLine(Math.max(start, end)), "");
        }
    }

    private void insert(String line) {
        int end = lines.end(mapping);
        if (inBrackets) {
            splices.replace(end - 1, end - 1, (mapping.getValue().isEmpty() ? "" : ", ") + line);
            return;
        }
        int column = mapping.getStartMark().getColumn();
        lines.insertLine(splices, lines.nextLine(end), " ".repeat(column) + line);
    }

    private int indexOf(String key) {
        for (int i = 0; i < mapping.getValue().size(); i++) {
            Node node = mapping.getValue().get(i).getKeyNode();
            if (node instanceof ScalarNode scalar && scalar.getValue().equals(key)) {
                return i;
            }
        }
        return -1;
    }
}
