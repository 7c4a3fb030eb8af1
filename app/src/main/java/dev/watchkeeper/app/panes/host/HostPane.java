package dev.watchkeeper.app.panes.host;

import dev.watchkeeper.app.controls.Banner;
import dev.watchkeeper.app.controls.BannerText;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.MainAndSide;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.hosts.HostScope;
import dev.watchkeeper.app.hosts.HostWords;
import dev.watchkeeper.app.hosts.HostsView;
import dev.watchkeeper.app.overtime.OverTime;
import dev.watchkeeper.app.reports.HostDocument;
import dev.watchkeeper.app.reports.HostRecords;
import dev.watchkeeper.app.shell.Feed;
import dev.watchkeeper.app.shell.Pane;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.shell.PaneExport;
import dev.watchkeeper.app.shell.PaneHeader;
import dev.watchkeeper.app.shell.PollFeed;
import dev.watchkeeper.app.shell.ShownExport;
import dev.watchkeeper.history.Metric;
import dev.watchkeeper.kernel.poll.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The hosts of one server: figures, disks, the server's processes, and what the machines are. */
final class HostPane implements Pane {
    /** A look costs a script on each machine. */
    private static final Duration PACE = Duration.ofSeconds(5);

    private final PaneContext context;
    private final PaneHeader header = new PaneHeader("Host");
    private final ObjectProperty<Optional<BannerText>> trouble = new SimpleObjectProperty<>(Optional.empty());
    private final HostFigures figures = new HostFigures();
    private final DisksCard disks = new DisksCard();
    private final ProcessTable processes = new ProcessTable();
    private final MachineCards machines = new MachineCards();
    private final ScrollPane view;
    private final PollFeed<HostsView, Snapshot<HostsView>> feed;
    private Optional<Snapshot<HostsView>> shown = Optional.empty();

    HostPane(PaneContext context) {
        this.context = context;
        Card list = Card.titled("Processes of the server", new Region(), processes);
        VBox.setVgrow(processes, Priority.ALWAYS);
        list.setMinHeight(300);
        MainAndSide lower = new MainAndSide(list, machines, 900, all -> Math.clamp(all * 0.38, 340, 430));
        VBox.setVgrow(lower, Priority.ALWAYS);
        this.view = scrolling(new VBox(12, new Banner(trouble), figures, disks, lower));
        view.getStylesheets()
                .add(Objects.requireNonNull(HostPane.class.getResource("host.css"))
                        .toExternalForm());
        this.feed = new PollFeed<>(
                context,
                header,
                context.hostProbe(HostScope.ALL),
                snapshot -> snapshot,
                this::show,
                Optional.empty(),
                PACE);
    }

    /** As high as there is room, and scrolled if that is too little. */
    private static ScrollPane scrolling(VBox content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        return scroll;
    }

    private void show(Snapshot<HostsView> snapshot) {
        shown = Optional.of(snapshot);
        HostsView all = snapshot.value();
        header.sentenceProperty().set(HostWords.sentence(all));
        header.newsProperty().set(news(all));
        trouble.set(trouble(all));
        figures.show(all);
        disks.show(all);
        processes.show(all.server().processes());
        machines.show(all);
        header.readyProperty().set(true);
    }

    /** The worst disk, if it is in trouble. */
    private static Optional<PaneHeader.News> news(HostsView all) {
        return all.fullest()
                .map(one -> one.use().disk())
                .filter(disk -> HostTones.disk(disk) != Tone.NEUTRAL)
                .map(disk -> new PaneHeader.News(HostWords.percent(1 - HostWords.free(disk)), HostTones.disk(disk)));
    }

    private static Optional<BannerText> trouble(HostsView all) {
        if (all.unanswered().isPresent()) {
            return all.unanswered()
                    .map(fault -> BannerText.of(
                            Tone.RED, fault, "Its host is shown; where its folders are is as it was last known."));
        }
        return all.silent().stream()
                .findFirst()
                .map(one -> BannerText.of(Tone.AMBER, one.fault(), "What lies on " + one.host() + " is not shown."));
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

    /** What the hosts say is no word of the server's. */
    @Override
    public boolean asksTheServer() {
        return false;
    }

    @Override
    public List<OverTime> overTime() {
        String absent = "Nobody looked then";
        return List.of(
                OverTime.line("Load", absent, Metric.HOST_LOAD),
                OverTime.line("Memory available", absent, Metric.HOST_MEMORY_FREE),
                OverTime.line("Disk free", absent, Metric.HOST_DISK_FREE));
    }

    @Override
    public Optional<PaneExport> export() {
        return shown.map(snapshot -> new ShownExport(
                "host",
                snapshot,
                context.origin(),
                () -> HostRecords.of(snapshot.value()),
                origin -> HostDocument.of(snapshot, origin)));
    }

    @Override
    public void close() {
        feed.close();
    }
}
