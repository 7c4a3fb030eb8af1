package dev.watchkeeper.app.panes.replication.picture;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.graph.Mark;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.Severity;
import java.util.ArrayList;
import java.util.List;

/** How a node is spoken of and drawn. */
public final class NodeText {
    /** What is offered on the card of a node that only others have seen. */
    public static final String CONNECT = "Connect…";

    private NodeText() {}

    /** Whether somebody may want to let discovery in: nobody tried, or it was refused. */
    public static boolean canBeLent(Node node) {
        return !node.connected()
                && node.address() != null
                && node.trouble().map(Fault::kind).map(FaultKind.DENIED::equals).orElse(true);
    }

    /** Shape and colour of its dot. */
    public static Mark mark(Node node) {
        return switch (node.severity()) {
            case CRITICAL -> Mark.TROUBLE;
            case WARNING -> node.connected() ? Mark.WATCH : Mark.UNKNOWN;
            case NONE -> node.connected() ? Mark.WELL : Mark.UNKNOWN;
        };
    }

    public static Tone tone(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Tone.RED;
            case WARNING -> Tone.AMBER;
            case NONE -> Tone.NEUTRAL;
        };
    }

    /** All about it, for a tooltip and for screen readers. */
    public static String story(Node node) {
        List<String> lines = new ArrayList<>();
        lines.add(node.name() + (node.title().isEmpty() ? "" : ", " + node.title()));
        if (node.address() != null && !node.name().equals(node.address().toString())) {
            lines.add(node.address().toString());
        }
        lines.addAll(node.lines());
        if (!node.version().isEmpty()) {
            lines.add("Version " + node.version());
        }
        node.trouble().ifPresent(fault -> lines.add("No answer: " + fault.message()));
        if (canBeLent(node)) {
            lines.add("Only others have seen it. Press Enter to connect");
        }
        return String.join("\n", lines);
    }
}
