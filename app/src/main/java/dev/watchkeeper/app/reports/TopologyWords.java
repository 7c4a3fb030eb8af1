package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.kernel.topology.Lag;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.Slot;
import dev.watchkeeper.kernel.topology.Topology;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Figures of a cluster as people read them, the same in a table, a document and the window. */
public final class TopologyWords {
    private TopologyWords() {}

    /** {@code 41 MB}; empty if it is not known. */
    public static String bytes(@Nullable Long bytes) {
        return bytes == null ? "" : Sizes.bytes(bytes);
    }

    /** {@code 9.2 s}, {@code idle} where there is nothing to replay; empty if it is not known. */
    public static String replay(Lag lag) {
        Long millis = lag.replayMillis();
        if (millis != null) {
            return Spans.words(Duration.ofMillis(millis));
        }
        return lag.idle() ? "idle" : "";
    }

    /** {@code 1.2 s}; empty if it is not known. */
    public static String span(@Nullable Long millis) {
        return millis == null ? "" : Spans.words(Duration.ofMillis(millis));
    }

    /** {@code 2 h 40 min}; empty if it never fills. */
    public static String fullIn(Slot slot) {
        return slot.fullIn() == null ? "" : Spans.words(slot.fullIn());
    }

    /** What a node is called; its id if it left the topology. */
    public static String name(Topology topology, String id) {
        return topology.node(id).map(Node::name).orElse(id);
    }

    /** {@code 127.0.0.1:5432}; words where nobody has told its port. */
    public static String address(Node node) {
        return node.address() == null ? "port not known" : node.address().toString();
    }

    /** {@code TL 7 · 4C/91A2F0B8}, or an offset; empty if it is not known. */
    public static String position(Node node) {
        Long position = node.identity().position();
        Integer timeline = node.identity().timeline();
        if (position == null) {
            return timeline == null ? "" : "TL " + timeline;
        }
        return timeline == null ? Sizes.count(position) : "TL " + timeline + " · " + TopologyRecords.lsn(position);
    }
}
