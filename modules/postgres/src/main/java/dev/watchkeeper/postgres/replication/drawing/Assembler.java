package dev.watchkeeper.postgres.replication.drawing;

import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.kernel.topology.Slot;
import dev.watchkeeper.kernel.topology.Topology;
import dev.watchkeeper.postgres.replication.discovery.Followers;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes one picture of what the members said in each refresh. It remembers the last minutes. For one thread. */
public final class Assembler {
    /** What it asks in the rare case that two members are on different timelines. */
    public static final SqlFile STATEMENT = Forks.HISTORY;

    private final History history = new History();
    private final Forks forks = new Forks();
    private final Departed departed = new Departed();

    /** The topology of this refresh. */
    public Topology draw(List<Sighting> members, Followers followers) {
        history.learn(members);
        Scene scene = new Scene(new Cast(members, followers), history, forks);
        Alarms alarms = new Alarms();
        List<Slot> slots = new ArrayList<>();
        // nothing is worse: it is told first
        scene.cast().systems().forEach(new SplitBrain(scene, alarms)::look);
        for (Sighting member : members) {
            history.learnLag(member.id(), scene.lag(member).replayedBytes());
            look(scene, alarms, member);
            slots.addAll(new SlotDrawing(scene, alarms).of(member));
        }
        List<Departed.Gone> gone = departed.missing(scene.cast());
        gone.forEach(one -> alarms.add(
                Severity.WARNING,
                one.ghost().id(),
                one.ghost().name() + " took WAL from " + scene.name(one.ghost().upstream()) + " until "
                        + Spans.words(one.span()) + " ago",
                "It is known only from there; connect to it to see what became of it"));
        List<Link> links = links(scene, alarms, gone);
        return new Topology(nodes(scene, alarms, gone), links, slots, alarms.sorted());
    }

    private static void look(Scene scene, Alarms alarms, Sighting member) {
        new MemberAlarms(scene, alarms).look(member);
        new PrimaryAlarms(scene, alarms).look(member);
        new StandbyAlarms(scene, alarms).look(member);
    }

    private static List<Link> links(Scene scene, Alarms alarms, List<Departed.Gone> gone) {
        LinkDrawing drawing = new LinkDrawing(scene, alarms);
        List<Link> links = new ArrayList<>();
        scene.cast().members().forEach(member -> links.addAll(drawing.to(member)));
        scene.cast().ghosts().forEach(ghost -> links.add(drawing.to(ghost)));
        gone.forEach(one -> links.add(LinkDrawing.lost(one.ghost())));
        return links;
    }

    /** Primaries first, then as they were found. */
    private static List<Node> nodes(Scene scene, Alarms alarms, List<Departed.Gone> gone) {
        NodeDrawing drawing = new NodeDrawing(scene, alarms);
        List<Node> nodes = new ArrayList<>();
        scene.cast().members().forEach(member -> nodes.add(drawing.of(member)));
        scene.cast().ghosts().forEach(ghost -> nodes.add(drawing.of(ghost)));
        gone.forEach(one -> nodes.add(drawing.of(one)));
        nodes.sort(Comparator.comparing(node -> node.role() != NodeRole.PRIMARY));
        return nodes;
    }
}
