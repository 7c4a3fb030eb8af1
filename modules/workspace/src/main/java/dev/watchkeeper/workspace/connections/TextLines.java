package dev.watchkeeper.workspace.connections;

import dev.watchkeeper.kernel.fault.FaultException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where things begin and end in a YAML text, as a person sees it: with their comments, in whole lines. */
final class TextLines {
    private final YamlSource source;
    private final String text;

    TextLines(YamlSource source) {
        this.source = source;
        this.text = source.text();
    }

    /** The file's own line break. */
    String lineBreak() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    int start(Node node) {
        return source.offset(node.getStartMark());
    }

    /** Behind the node's last character; the parser's own end of a block lies behind the comments that follow it. */
    int end(Node node) {
        int end = 0;
        Deque<Node> open = new ArrayDeque<>();
        open.add(node);
        while (!open.isEmpty()) {
            Node next = open.remove();
            boolean isBlock =
                    next instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.BLOCK;
            if (!isBlock) {
                end = Math.max(end, source.offset(next.getEndMark()));
            } else if (next instanceof MappingNode mapping) {
                for (NodeTuple pair : mapping.getValue()) {
                    open.add(pair.getKeyNode());
                    open.add(pair.getValueNode());
                    end = Math.max(end, source.offset(pair.getKeyNode().getEndMark()) + 1);
                }
            } else if (next instanceof SequenceNode sequence) {
                open.addAll(sequence.getValue());
            }
        }
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** The beginning of the line that holds this place. */
    int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    /** The beginning of the next line, or the text's end. */
    int nextLine(int at) {
        int lineBreak = text.indexOf('\n', at);
        return lineBreak < 0 ? text.length() : lineBreak + 1;
    }

    /** Puts whole lines before the line that begins here; a last line without a break gets one first. */
    void insertLine(Splices splices, int lineStart, String lines) {
        boolean open = lineStart > 0 && text.charAt(lineStart - 1) != '\n';
        splices.replace(lineStart, lineStart, (open ? lineBreak() : "") + lines + lineBreak());
    }

    /** The dash before an item of a block list. */
    int dash(Node item) throws FaultException {
        int at = start(item);
        while (at > 0 && text.charAt(at) != '-') {
            at--;
        }
        String before = text.substring(lineStart(at), at);
        if (!before.isBlank()) {
            throw byHand(item);
        }
        return at;
    }

    /** Where an item begins with the comments that stand right above it. */
    int withCommentsAbove(int dash) {
        int column = dash - lineStart(dash);
        int start = lineStart(dash);
        while (start > 0) {
            int above = lineStart(start - 1);
            if (commentColumn(above) != column) {
                break;
            }
            start = above;
        }
        return start;
    }

    /** The line behind an item's last one, with comments that are indented more than its dash. */
    int withCommentsBelow(int end, int dashColumn) {
        int next = nextLine(end);
        int at = next;
        while (at < text.length() && (isBlank(at) || commentColumn(at) > dashColumn)) {
            boolean comment = !isBlank(at);
            at = nextLine(at);
            next = comment ? at : next;
        }
        return next;
    }

    FaultException byHand(Node node) {
        return source.at(node, "this is written in a way that the console can't edit without risk", "Edit it by hand");
    }

    private boolean isBlank(int lineStart) {
        return text.substring(lineStart, nextLine(lineStart)).isBlank();
    }

    /** How far a comment line is indented; -1 if it is none. */
    private int commentColumn(int lineStart) {
        int at = lineStart;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() && text.charAt(at) == '#' ? at - lineStart : -1;
    }
}
