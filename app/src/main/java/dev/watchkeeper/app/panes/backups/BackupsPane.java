package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.panes.backups.timeline.RangeBar;
import dev.watchkeeper.app.reports.BackupRecords;
import dev.watchkeeper.app.reports.BackupsDocument;
import dev.watchkeeper.app.reports.Times;
import dev.watchkeeper.app.shell.Command;
import dev.watchkeeper.app.shell.Feed;
import dev.watchkeeper.app.shell.Pane;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.shell.PaneExport;
import dev.watchkeeper.app.shell.PaneHeader;
import dev.watchkeeper.app.shell.PollFeed;
import dev.watchkeeper.app.shell.ShownExport;
import dev.watchkeeper.app.shell.StillFeed;
import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.CatalogReader;
import dev.watchkeeper.kernel.poll.Snapshot;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Which backups there are, back to which moments one can go, and what is missing. Lives on the FX thread. */
final class BackupsPane implements Pane {
    /** Every reading goes to all the hosts. */
    private static final Duration PACE = Duration.ofMinutes(1);

    private final PaneContext context;
    private final BackupDeeds deeds;
    private final PaneHeader header = new PaneHeader("Backups");
    private final BackupsModel model = new BackupsModel(ZoneId.systemDefault());
    private final Troubles troubles = new Troubles();
    private final Figures figures = new Figures();
    private final TimelineCard timeline;
    private final CatalogTable table = new CatalogTable(this::chosen);
    private final PolicyCard policy = new PolicyCard();
    private final SourcesCard sources = new SourcesCard();
    private final DetailCard details = new DetailCard(this::pick, table::clearSelection);
    private final JobsCard jobsCard;
    private final ScheduledCard scheduled;
    private final NothingKnown nothing;
    private final BackupsView view;
    private final Node shownView;
    private final Feed feed;
    private final BackupDeeds.Watch watch;
    private final BackupDeeds.Watch clockWatch;
    private boolean asksForSchedules;
    private final SimpleBooleanProperty choosing = new SimpleBooleanProperty();
    private final SimpleBooleanProperty always = new SimpleBooleanProperty(true);
    private Optional<Backup> selected = Optional.empty();
    private List<BackupDeeds.Job> jobs = List.of();
    private @Nullable BackupsScene shown;

    BackupsPane(PaneContext context, CatalogReader reader, BackupDeeds deeds) {
        this.context = context;
        this.deeds = deeds;
        this.jobsCard = new JobsCard(deeds);
        this.scheduled = new ScheduledCard(deeds);
        this.timeline = new TimelineCard(ZoneId.systemDefault(), context.clock().instant(), this::pick);
        this.nothing = new NothingKnown(context.target(), context.folder().connections());
        this.view = new BackupsView(
                troubles,
                figures,
                timeline.node(),
                table.node(),
                List.of(details.node(), jobsCard.node(), policy.node(), scheduled.node(), sources.node()));
        table.offer(deeds.general());
        seen(details.node(), false);
        boolean known = !context.target().placement().backups().isEmpty();
        this.shownView = known ? view : nothing.view();
        this.feed = known ? polling(reader) : new StillFeed(() -> {});
        this.watch = deeds.watch(this::work);
        this.clockWatch = deeds.watchSchedules(seen -> scheduled.show(seen, times()));
        if (!known) {
            header.sentenceProperty().set("nobody has said where they lie");
            header.readyProperty().set(true);
        }
    }

    private Feed polling(CatalogReader reader) {
        header.sentenceProperty().set("reading " + sourcesWords() + "…");
        Consumer<Boolean> door = context.fx().latest(this::reading);
        return new PollFeed<>(
                context, header, new WatchedProbe(reader, door), model::seen, this::show, Optional.empty(), PACE);
    }

    private String sourcesWords() {
        int count = context.target().placement().backups().size();
        return count == 1 ? "1 source" : count + " sources";
    }

    private void reading(boolean begins) {
        // of two readings in a row the beginning of the second may be all that is told
        if (begins || !asksForSchedules) {
            deeds.lookAtSchedules();
        }
        asksForSchedules = begins;
        if (begins) {
            table.reading(context.target().placement().backups().size());
        } else {
            table.read();
        }
    }

    private void show(BackupsScene scene) {
        shown = scene;
        header.sentenceProperty().set(Headline.sentence(scene));
        header.newsProperty().set(Headline.news(scene));
        troubles.show(scene);
        figures.show(scene, jobs);
        timeline.show(scene);
        table.show(scene);
        policy.show(scene);
        sources.show(scene);
        showDetails(scene);
        header.readyProperty().set(true);
    }

    private void chosen(Optional<Backup> backup) {
        boolean other = !selected.equals(backup);
        selected = backup;
        choosing.set(backup.isPresent());
        timeline.selected(backup);
        BackupsScene scene = shown;
        if (scene != null) {
            showDetails(scene);
        }
        if (other) {
            view.toTop();
        }
    }

    private void showDetails(BackupsScene scene) {
        boolean any = selected.isPresent();
        selected.ifPresent(backup -> details.show(backup, scene, deeds.of(backup)));
        seen(details.node(), any);
        seen(policy.node(), !any);
        seen(scheduled.node(), !any);
        seen(sources.node(), !any);
    }

    private static void seen(Node node, boolean seen) {
        node.setVisible(seen);
        node.setManaged(seen);
    }

    private void pick(Backup backup) {
        table.select(backup);
    }

    private void work(List<BackupDeeds.Job> now) {
        long before = running(jobs);
        jobs = List.copyOf(now);
        BackupsScene scene = shown;
        // what is done is not what one looks for first
        view.place(jobsCard.node(), running(jobs) > 0);
        jobsCard.show(jobs, times());
        if (scene != null) {
            figures.show(scene, jobs);
        }
        if (running(jobs) < before) {
            feed.refreshNow();
        }
    }

    private Times times() {
        BackupsScene scene = shown;
        return scene == null ? new Times(ZoneId.systemDefault(), context.clock().instant()) : scene.times();
    }

    private static long running(List<BackupDeeds.Job> jobs) {
        return jobs.stream()
                .filter(job -> job.state() == BackupDeeds.Job.State.RUNNING)
                .count();
    }

    @Override
    public Node view() {
        return shownView;
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
    public boolean asksTheServer() {
        return false;
    }

    @Override
    public boolean exports() {
        return feed.asks();
    }

    @Override
    public Optional<PaneExport> export() {
        return Optional.ofNullable(shown).map(this::exported);
    }

    /** All of it, whatever is filtered. */
    private PaneExport exported(BackupsScene scene) {
        Snapshot<Catalog> read = scene.known();
        return new ShownExport(
                "backups",
                read,
                context.origin(),
                () -> BackupRecords.of(read.value()),
                origin -> BackupsDocument.of(read, origin));
    }

    @Override
    public boolean hasFilter() {
        return feed.asks();
    }

    @Override
    public void focusFilter() {
        table.focusFilter();
    }

    @Override
    public void take(String handed) {
        table.filter(handed);
    }

    @Override
    public List<Command> commands() {
        if (!feed.asks()) {
            return List.of(new Command("Copy an example for connections.yaml", "Y", always, nothing::copy));
        }
        List<Command> all = new ArrayList<>();
        deeds.general().forEach(deed -> all.add(command(deed)));
        all.add(command(deeds.schedule()));
        scheduled.schedules().stream()
                .filter(one -> one.ownId().isPresent())
                .forEach(one -> all.add(new Command(
                        "Remove from the clock: " + one.what() + ", " + one.inWords() + ", on " + one.host() + "…",
                        "",
                        always,
                        () -> deeds.remove(one))));
        selected.ifPresent(backup -> deeds.of(backup).forEach(deed -> all.add(command(deed))));
        all.add(new Command("Timeline: go there with the arrow keys", "T", header.readyProperty(), timeline::focus));
        all.add(new Command(
                "Timeline: the last moment that can be had", "L", header.readyProperty(), timeline::latest));
        all.add(new Command(
                "Timeline: the first moment that can be had", "", header.readyProperty(), timeline::earliest));
        all.add(new Command("Timeline: where WAL is missing", "G", header.readyProperty(), timeline::gap));
        for (RangeBar.Range range : RangeBar.Range.values()) {
            String words = range == RangeBar.Range.ALL ? "all backups" : "the last " + range.title();
            all.add(new Command("Timeline: " + words, "", always, () -> timeline.range(range)));
        }
        all.add(new Command(
                "Go to the backup that the chosen moment needs",
                "B",
                timeline.choosingProperty(),
                () -> timeline.used().stream().findFirst().ifPresent(this::pick)));
        all.add(new Command(
                "Close the details", "Esc", Bindings.or(choosing, timeline.choosingProperty()), this::closeDetails));
        return all;
    }

    private static Command command(BackupDeeds.Deed deed) {
        return new Command(
                deed.label(),
                deed.key(),
                new SimpleBooleanProperty(deed.whyNot().isEmpty()),
                deed.run());
    }

    /** First what is selected, then the moment. */
    private void closeDetails() {
        if (selected.isPresent()) {
            table.clearSelection();
        } else {
            timeline.unchoose();
        }
    }

    @Override
    public void close() {
        watch.close();
        clockWatch.close();
        feed.close();
    }
}
