package dev.watchkeeper.app.panes.replication;

import dev.watchkeeper.app.controls.BannerText;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.overtime.OverTime;
import dev.watchkeeper.app.panes.replication.picture.ClusterDrawing;
import dev.watchkeeper.app.panes.replication.picture.NodeText;
import dev.watchkeeper.app.reports.TopologyDocument;
import dev.watchkeeper.app.reports.TopologyRecords;
import dev.watchkeeper.app.reports.TopologySentence;
import dev.watchkeeper.app.shell.Command;
import dev.watchkeeper.app.shell.Feed;
import dev.watchkeeper.app.shell.Pane;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.shell.PaneExport;
import dev.watchkeeper.app.shell.PaneHeader;
import dev.watchkeeper.app.shell.PollFeed;
import dev.watchkeeper.app.shell.ShownExport;
import dev.watchkeeper.app.shell.ShownSql;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.topology.Cluster;
import dev.watchkeeper.kernel.topology.NodeRole;
import dev.watchkeeper.kernel.topology.Offer;
import dev.watchkeeper.kernel.topology.Preflight;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.kernel.topology.Slot;
import dev.watchkeeper.kernel.topology.Subject;
import dev.watchkeeper.kernel.topology.Topology;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Who follows whom, how far behind, and what can be done about it. Lives on the FX thread. */
final class ReplicationPane implements Pane, DetailCard.Doing, PreflightCard.Doing {
    /** Lag and alarms are followed at this pace while nobody looks. */
    private static final Duration UNSEEN = Duration.ofSeconds(10);

    /** What is asked of Redis and of its sentinels. */
    private static final String REDIS =
            "INFO\n\n# of a sentinel\nSENTINEL MASTERS\nSENTINEL REPLICAS name\nSENTINEL SENTINELS name\n"
                    + "SENTINEL CKQUORUM name";

    /** What can be done about something, as found out elsewhere. */
    private record Offered(Chosen about, List<Offer> offers) {}

    private final PaneContext context;
    private final Cluster cluster;
    private final PaneHeader header = new PaneHeader("Replication");
    private final ReplicationModel model = new ReplicationModel();
    private final GraphPanel graph = new GraphPanel();
    private final AlarmsCard alarms = new AlarmsCard(this::selectNode);
    private final DetailCard details = new DetailCard(this, this::closeDetails);
    private final SlotsCard slots = new SlotsCard(this::selectSlot);
    private final PreflightCard preflight = new PreflightCard(this);
    private final ReplicationView view;
    private final Deeds deeds;
    private final Feed feed;
    private final Consumer<Offered> offered;
    private final SimpleBooleanProperty turnable = new SimpleBooleanProperty();
    private final SimpleBooleanProperty always = new SimpleBooleanProperty(true);
    private final SimpleBooleanProperty choosing = new SimpleBooleanProperty();
    private Preflights known = Preflights.NONE;
    private String candidate = "";
    private Optional<Duration> lastAway = Optional.empty();
    private Chosen chosen = new Chosen.Nothing();
    private @Nullable ReplicationScene shown;

    ReplicationPane(PaneContext context, Cluster cluster) {
        this.context = context;
        this.cluster = cluster;
        this.view = new ReplicationView(graph, alarms.node(), details.node(), slots.node(), preflight.node());
        this.deeds = new Deeds(context, cluster, this::done);
        this.offered = context.fx().latest(one -> details.show(one.about(), one.offers()));
        graph.canvas().onSelect(node -> selectNode(node.id()));
        graph.canvas().onSelectEdge(edge -> select(new Chosen.OfLink(edge.id())));
        graph.canvas().onOpen(node -> connect());
        showPreflight();
        this.feed = new PollFeed<>(context, header, cluster.probe(), model::seen, this::show, Optional.of(UNSEEN));
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public PaneHeader header() {
        return header;
    }

    @Override
    public Feed feed() {
        return feed;
    }

    @Override
    public Optional<String> sql() {
        return switch (context.target().endpoint().engine()) {
            case POSTGRESQL -> ShownSql.of("replication", header, context);
            case REDIS, SENTINEL -> Optional.of(REDIS);
            case PGBOUNCER, HAPROXY, PATRONI -> Optional.empty();
        };
    }

    @Override
    public List<OverTime> overTime() {
        return Kept.of(context.target().endpoint().engine());
    }

    @Override
    public Optional<PaneExport> export() {
        return Optional.ofNullable(shown)
                .map(scene -> new ShownExport(
                        "replication",
                        scene.snapshot(),
                        context.origin(),
                        () -> TopologyRecords.of(scene.topology()),
                        origin -> TopologyDocument.of(
                                scene.snapshot(), Optional.of(ClusterDrawing.of(scene.layout())), origin)));
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(
                        "Switch over to the candidate…",
                        "S",
                        turnable,
                        () -> preflight.shown().ifPresent(this::switchover)),
                new Command("Ask who could take over", "P", always, this::ask),
                new Command(
                        "Show the commands of the switchover",
                        "M",
                        turnable,
                        () -> preflight.shown().ifPresent(this::showCommands)),
                new Command("Walk through the drawing with the arrow keys", "G", always, this::walk),
                new Command("Go to the worst alarm", "A", always, this::worst),
                new Command("Close the details", "Esc", choosing, this::closeDetails));
    }

    @Override
    public void close() {
        feed.close();
    }

    private void show(ReplicationScene scene) {
        shown = scene;
        Optional<BannerText> split = SplitBrain.band(scene.topology());
        header.hintProperty().set(split);
        showHeader(scene.topology());
        graph.show(scene, split.isPresent());
        alarms.show(scene.topology().alarms());
        slots.show(scene, chosen);
        showChosen(scene);
        boolean couldTakeOver = hasFollower(scene.topology());
        preflight.node().setVisible(couldTakeOver);
        preflight.node().setManaged(couldTakeOver);
        showPreflight();
        context.seen(scene.topology());
        if (known.askedAt().isEmpty() && !known.asking() && view.getScene() != null && couldTakeOver) {
            ask();
        }
        settle();
    }

    /** All there is to see is there with the first preflights. */
    private void settle() {
        boolean awaited = preflight.node().isManaged() && known.askedAt().isEmpty();
        header.readyProperty().set(!awaited);
    }

    private static boolean hasFollower(Topology topology) {
        return topology.nodes().stream().anyMatch(node -> isCandidate(node.role()));
    }

    private static boolean isCandidate(NodeRole role) {
        return role == NodeRole.STANDBY || role == NodeRole.REPLICA;
    }

    private void showHeader(Topology topology) {
        String sentence = topology.nodes().isEmpty() ? "nobody is known yet" : TopologySentence.of(topology);
        header.sentenceProperty().set(context.target().name() + ": " + sentence);
        int count = topology.alarms().size();
        Tone tone = topology.severity() == Severity.CRITICAL ? Tone.RED : Tone.AMBER;
        header.newsProperty()
                .set(count == 0 ? Optional.empty() : Optional.of(new PaneHeader.News(Integer.toString(count), tone)));
    }

    private void selectNode(String id) {
        select(new Chosen.OfNode(id));
    }

    /** A standby that is looked at is thought of as the next primary. */
    private void think(ReplicationScene scene) {
        if (chosen instanceof Chosen.OfNode one
                && scene.node(one.id()).filter(node -> isCandidate(node.role())).isPresent()) {
            candidate = one.id();
            showPreflight();
            if (known.isStale(context.clock().instant())) {
                ask();
            }
        }
    }

    private void selectSlot(Slot slot) {
        select(new Chosen.OfSlot(slot.node(), slot.name()));
    }

    /** Looks at it. */
    void select(Chosen what) {
        chosen = what;
        choosing.set(!(what instanceof Chosen.Nothing));
        switch (what) {
            case Chosen.OfNode node -> graph.canvas().select(node.id());
            case Chosen.OfLink link -> graph.canvas().select(link.id());
            case Chosen.OfSlot slot -> graph.canvas().select(slot.node());
            case Chosen.Nothing nothing -> graph.canvas().unselect();
        }
        ReplicationScene scene = shown;
        if (scene != null) {
            slots.show(scene, chosen);
            showChosen(scene);
            think(scene);
            view.toTop();
        }
    }

    private void closeDetails() {
        select(new Chosen.Nothing());
    }

    private void showChosen(ReplicationScene scene) {
        details.show(chosen, scene);
        Chosen about = chosen;
        subject(about)
                .ifPresent(subject -> context.background(
                        "look what can be done",
                        () -> offered.accept(new Offered(about, cluster.offers(scene.topology(), subject)))));
    }

    private static Optional<Subject> subject(Chosen about) {
        return switch (about) {
            case Chosen.OfNode node -> Optional.of(Subject.node(node.id()));
            case Chosen.OfSlot slot -> Optional.of(new Subject(slot.node(), slot.name()));
            case Chosen.OfLink link -> Optional.empty();
            case Chosen.Nothing nothing -> Optional.empty();
        };
    }

    @Override
    public void take(Offer offer) {
        ReplicationScene scene = shown;
        if (scene != null) {
            String subject = switch (chosen) {
                case Chosen.OfNode node -> scene.name(node.id());
                case Chosen.OfSlot slot -> slot.name();
                case Chosen.OfLink link -> "";
                case Chosen.Nothing nothing -> "";
            };
            deeds.take(offer, subject);
        }
    }

    @Override
    public void connect() {
        ReplicationScene scene = shown;
        if (scene != null && chosen instanceof Chosen.OfNode one) {
            scene.node(one.id()).filter(NodeText::canBeLent).ifPresent(node -> deeds.connect(node, feed::refreshNow));
        }
    }

    @Override
    public void switchover(Preflight to) {
        deeds.switchover(to.candidate());
    }

    @Override
    public void showCommands(Preflight of) {
        deeds.showCommands(of);
    }

    @Override
    public void ask() {
        if (known.asking()) {
            return;
        }
        known = known.awaited();
        showPreflight();
        context.background("ask who could take over", () -> {
            try {
                List<Preflight> all = cluster.preflights();
                Preflights answer = Preflights.answered(all, context.clock().instant());
                context.fx().run(() -> asked(answer));
            } catch (FaultException e) {
                context.fx().run(() -> asked(known.failed(e.fault())));
            }
        });
    }

    /** That a primary or a subscriber can't take over needs no saying. */
    private Preflights ofFollowers(Preflights answer) {
        ReplicationScene scene = shown;
        return scene == null
                ? answer
                : answer.keeping(one -> scene.node(one.candidate())
                        .filter(node -> isCandidate(node.role()))
                        .isPresent());
    }

    private void asked(Preflights answer) {
        known = answer.askedAt().isEmpty()
                ? new Preflights(List.of(), Optional.of(context.clock().instant()), answer.fault(), false)
                : ofFollowers(answer);
        showPreflight();
        settle();
    }

    private void showPreflight() {
        preflight.show(known, candidate, context.clock().instant(), lastAway);
        turnable.set(preflight
                .shown()
                .filter(one -> one.verdict() != Preflight.Verdict.REFUSED)
                .isPresent());
    }

    private void done(Outcome outcome) {
        Long away = outcome.figures().get("writes_away_ms");
        if (away != null) {
            lastAway = Optional.of(Duration.ofMillis(away));
        }
        if (known.askedAt().isPresent()) {
            ask();
        }
        feed.refreshNow();
    }

    private void walk() {
        graph.canvas().requestFocus();
        if (chosen instanceof Chosen.Nothing) {
            graph.canvas().start();
        }
    }

    private void worst() {
        ReplicationScene scene = shown;
        if (scene != null && !scene.topology().alarms().isEmpty()) {
            selectNode(scene.topology().alarms().getFirst().node());
        }
    }
}
