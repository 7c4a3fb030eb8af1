package dev.watchkeeper.app.panes.locks;

import dev.watchkeeper.app.controls.BannerText;
import dev.watchkeeper.app.controls.Clip;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.graph.GraphNode;
import dev.watchkeeper.app.overtime.OverTime;
import dev.watchkeeper.app.panes.locks.picture.Dossier;
import dev.watchkeeper.app.panes.locks.picture.PictureDrawing;
import dev.watchkeeper.app.panes.locks.picture.Pile;
import dev.watchkeeper.app.reports.LockRecords;
import dev.watchkeeper.app.reports.LocksDocument;
import dev.watchkeeper.app.reports.Sentences;
import dev.watchkeeper.app.shell.Command;
import dev.watchkeeper.app.shell.Feed;
import dev.watchkeeper.app.shell.Pane;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.shell.PaneExport;
import dev.watchkeeper.app.shell.PaneHeader;
import dev.watchkeeper.app.shell.PollFeed;
import dev.watchkeeper.app.shell.ShownExport;
import dev.watchkeeper.app.shell.ShownSql;
import dev.watchkeeper.history.Metric;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.locks.BlockingForest;
import dev.watchkeeper.postgres.locks.LocksProbe;
import dev.watchkeeper.postgres.locks.Member;
import dev.watchkeeper.postgres.locks.Party;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Who blocks whom, what ending a blocker would free, and how it came about. Lives on the FX thread. */
final class LocksPane implements Pane, MemberPanel.Doing {
    /** The recorder goes on at this pace while nobody looks. */
    private static final Duration UNSEEN = Duration.ofSeconds(10);

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final PaneContext context;
    private final ZoneId zone;
    private final PaneHeader header = new PaneHeader("Locks");
    private final LocksModel model;
    private final Deeds deeds;
    private final RootTree tree = new RootTree();
    private final GraphPanel graph;
    private final MemberPanel panel = new MemberPanel(this);
    private final LookBack lookBack;
    private final LocksView view;
    private final Feed feed;
    private final Consumer<LocksScene> door;
    private final SimpleBooleanProperty terminable = new SimpleBooleanProperty();
    private final SimpleBooleanProperty cancellable = new SimpleBooleanProperty();
    private final SimpleBooleanProperty lookingBack = new SimpleBooleanProperty();
    private final SimpleBooleanProperty always = new SimpleBooleanProperty(true);
    private final Selection selection = new Selection();
    private @Nullable LocksScene shown;
    private volatile Optional<Instant> wanted = Optional.empty();

    LocksPane(PaneContext context) {
        this.context = context;
        this.zone = ZoneId.systemDefault();
        this.model = new LocksModel(zone);
        this.graph = new GraphPanel(zone, () -> change(some -> some.tidy(true)));
        this.lookBack = new LookBack(zone, this::look, this::exportRecording);
        this.view = new LocksView(tree, graph, panel, lookBack);
        this.door = context.fx().latest(this::show);
        this.deeds = new Deeds(context, context.postgres(), outcome -> refresh());
        tree.onSelect(this::select);
        graph.canvas().onSelect(this::select);
        graph.canvas().onOpen(pile -> change(some -> some.open(pile.id())));
        this.feed = new PollFeed<>(
                context, header, new LocksProbe(context.postgres()), model::seen, this::show, Optional.of(UNSEEN));
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
        return ShownSql.of("locks", header, context);
    }

    @Override
    public List<OverTime> overTime() {
        String absent = "Nobody looked at the locks then";
        return List.of(
                OverTime.lines(
                        "Waiters and root blockers",
                        absent,
                        new OverTime.Line(Metric.LOCK_WAITERS, "waiters"),
                        new OverTime.Line(Metric.LOCK_ROOTS, "root blockers")),
                OverTime.line("Longest wait", absent, Metric.LOCK_WAIT));
    }

    @Override
    public Optional<PaneExport> export() {
        return Optional.ofNullable(shown)
                .map(scene -> new ShownExport(
                        "locks",
                        scene.snapshot(),
                        context.origin(),
                        () -> List.of(LockRecords.of(scene.snapshot())),
                        origin -> LocksDocument.of(
                                scene.snapshot(), Optional.of(PictureDrawing.of(scene.layout())), origin)));
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command("Terminate the selected blocker…", "K", terminable, this::terminateOrRollBack),
                new Command("Cancel its query…", "C", cancellable, this::cancel),
                new Command("Copy its query", "Y", always, this::copyQuery),
                new Command("Fold and tidy up the graph", "T", always, () -> change(some -> some.tidy(true))),
                new Command("Play the last half hour", "P", always, lookBack::togglePlay),
                new Command("One step back in time", ",", always, () -> lookBack.step(-1)),
                new Command("One step on in time", ".", lookingBack, () -> lookBack.step(1)),
                new Command("Back to now", "L", lookingBack, lookBack::toNow),
                new Command("Export the recording of the locks", "", always, this::exportRecording));
    }

    @Override
    public void close() {
        lookBack.stop();
        feed.close();
    }

    /** Does something to the model off this thread, and shows what comes of it. */
    private void change(Function<LocksModel, Optional<LocksScene>> how) {
        context.background("draw the locks", () -> how.apply(model).ifPresent(door));
    }

    /** The newest wish counts, in whatever order the threads come to it. */
    private void look(Optional<Instant> moment) {
        wanted = moment;
        change(some -> some.look(wanted));
    }

    private void show(LocksScene scene) {
        LocksScene before = shown;
        if (before != null && before.turn() > scene.turn()) {
            return;
        }
        shown = scene;
        selection.follow(scene);
        tree.show(scene);
        graph.show(scene);
        lookBack.show(scene);
        showHeader(scene);
        showSelected();
        header.readyProperty().set(true);
        if (scene.loose() && !view.isHover()) {
            change(some -> some.tidy(false));
        }
    }

    private void showHeader(LocksScene scene) {
        lookingBack.set(!scene.live());
        BlockingForest forest = scene.forest();
        String said = Sentences.ofForest(scene.snapshot());
        String matter = Character.toUpperCase(said.charAt(0)) + said.substring(1);
        if (scene.live()) {
            long waiting = forest.waiting();
            header.sentenceProperty().set(matter);
            header.newsProperty()
                    .set(
                            waiting == 0
                                    ? Optional.empty()
                                    : Optional.of(new PaneHeader.News(Sizes.count(waiting), Tone.RED)));
            header.hintProperty().set(Optional.empty());
            return;
        }
        String clock = SECOND.format(scene.at().atZone(zone));
        String ago = Spans.words(Duration.between(scene.at(), scene.track().end()));
        header.sentenceProperty().set("At " + clock + ": " + said);
        header.hintProperty()
                .set(Optional.of(new BannerText(
                        Tone.AMBER,
                        "You look back at " + clock + ", " + ago + " ago",
                        "Nothing can be done from here. L goes back to now.",
                        "")));
    }

    private void select(Party party) {
        selection.choose(party);
        showSelected();
    }

    private void select(GraphNode node) {
        LocksScene scene = shown;
        Pile pile = scene == null ? null : scene.picture().piles().get(node.id());
        if (pile != null) {
            selection.choose(pile);
            showSelected();
        }
    }

    private void showSelected() {
        LocksScene scene = shown;
        if (scene == null) {
            return;
        }
        selection.party().ifPresent(tree::select);
        graph.canvas().select(selection.node(scene));
        Optional<Dossier> dossier = selection.dossier(scene);
        Optional<String> refusal = dossier.flatMap(Dossier::member).flatMap(member -> deeds.refusal(member, scene));
        panel.show(dossier, refusal);
        Optional<Member> member = dossier.flatMap(Dossier::member).filter(one -> refusal.isEmpty());
        terminable.set(member.isPresent());
        cancellable.set(member.filter(Deeds::runsStatement).isPresent());
    }

    private void withSelected(BiConsumer<Member, LocksScene> deed) {
        LocksScene scene = shown;
        if (scene != null) {
            selection
                    .dossier(scene)
                    .flatMap(Dossier::member)
                    .filter(member -> deeds.refusal(member, scene).isEmpty())
                    .ifPresent(member -> deed.accept(member, scene));
        }
    }

    private void terminateOrRollBack() {
        withSelected((member, scene) -> {
            if (member.party().isPrepared()) {
                deeds.rollbackPrepared(member, scene);
            } else {
                deeds.terminate(member, scene);
            }
        });
    }

    @Override
    public void terminate() {
        terminateOrRollBack();
    }

    @Override
    public void rollbackPrepared() {
        terminateOrRollBack();
    }

    @Override
    public void cancel() {
        withSelected(deeds::cancel);
    }

    @Override
    public void plan() {
        LocksScene scene = shown;
        if (scene != null) {
            selection.dossier(scene).flatMap(Dossier::member).ifPresent(member -> deeds.plan(member, panel::showPlan));
        }
    }

    private void copyQuery() {
        LocksScene scene = shown;
        if (scene != null) {
            MemberPanel.query(selection.dossier(scene)).ifPresent(Clip::copy);
        }
    }

    private void exportRecording() {
        RecordingExport.ask(view.getScene().getWindow(), context, model.frames());
    }

    private void refresh() {
        feed.refreshNow();
    }
}
