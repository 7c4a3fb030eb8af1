package dev.watchkeeper.app.panes.memory;

import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.FactList;
import dev.watchkeeper.app.controls.StackedArea;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.overtime.OverTime;
import dev.watchkeeper.app.reports.InfoDocument;
import dev.watchkeeper.app.reports.InfoFacts;
import dev.watchkeeper.app.reports.InfoRecords;
import dev.watchkeeper.app.reports.RedisSentences;
import dev.watchkeeper.app.shell.Command;
import dev.watchkeeper.app.shell.Feed;
import dev.watchkeeper.app.shell.Pane;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.shell.PaneExport;
import dev.watchkeeper.app.shell.PaneHeader;
import dev.watchkeeper.app.shell.PollFeed;
import dev.watchkeeper.app.shell.ShownExport;
import dev.watchkeeper.history.Metric;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.redis.info.InfoProbe;
import dev.watchkeeper.redis.info.ServerInfo;
import dev.watchkeeper.redis.settings.ChangeSetting;
import dev.watchkeeper.redis.settings.MemorySetting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Memory against its limit, what is in it, how it is used, and what is on disk. */
final class MemoryPane implements Pane {
    private static final double CHART_HEIGHT = 110;

    private final PaneContext context;
    private final PaneHeader header = new PaneHeader("Memory");
    private final MemoryFigures figures = new MemoryFigures();
    private final MemoryCard memory = new MemoryCard(this::change);
    private final KeyspaceTable keyspace = new KeyspaceTable();
    private final FactList disk = new FactList();
    private final FactList replication = new FactList();
    private final StackedArea used = new StackedArea("Memory", List.of("area-memory", "area-room"));
    private final StackedArea operations = new StackedArea("Operations", List.of("area-ops", "area-room"));
    private final Trend trend = new Trend();
    private final ScrollPane view;
    private final PollFeed<ServerInfo, Snapshot<ServerInfo>> feed;
    private Optional<Snapshot<ServerInfo>> shown = Optional.empty();

    MemoryPane(PaneContext context) {
        this.context = context;
        Card keys = Card.titled("Keyspace", new Region(), keyspace);
        VBox.setVgrow(keyspace, Priority.ALWAYS);
        HBox first = halves(memory, keys);
        VBox.setVgrow(first, Priority.ALWAYS);
        this.view = scrolling(new VBox(
                12,
                figures,
                first,
                halves(chart(used), chart(operations)),
                halves(facts("Persistence", disk), facts("Replication", replication))));
        view.getStylesheets()
                .add(Objects.requireNonNull(MemoryPane.class.getResource("memory.css"))
                        .toExternalForm());
        this.feed = new PollFeed<>(
                context, header, new InfoProbe(context.redis()), snapshot -> snapshot, this::show, Optional.empty());
    }

    /** As high as there is room, and scrolled if that is too little: below the numbers over time, say. */
    private static ScrollPane scrolling(VBox content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("memory-scroll");
        return scroll;
    }

    private static HBox halves(Region left, Region right) {
        for (Region half : List.of(left, right)) {
            half.setPrefWidth(500);
            HBox.setHgrow(half, Priority.ALWAYS);
        }
        return new HBox(12, left, right);
    }

    private static Card chart(StackedArea area) {
        area.setPrefHeight(CHART_HEIGHT);
        Card card = new Card(area);
        VBox.setMargin(area, new Insets(12, 14, 10, 14));
        return card;
    }

    private static Card facts(String title, FactList list) {
        VBox body = new VBox(list);
        body.getStyleClass().add("card-body");
        return Card.titled(title, new Region(), body);
    }

    private void show(Snapshot<ServerInfo> snapshot) {
        shown = Optional.of(snapshot);
        trend.add(snapshot);
        ServerInfo info = snapshot.value();
        header.sentenceProperty().set(RedisSentences.ofInfo(snapshot));
        header.newsProperty().set(news(info.memory()));
        context.learned(info.role().equals("master") ? "primary" : "replica");
        figures.show(info, trend);
        memory.show(info.memory());
        keyspace.show(info);
        disk.show(InfoFacts.persistence(info.persistence(), snapshot.takenAt()), diskTones(info.persistence()));
        replication.show(
                InfoFacts.replication(info.replication()),
                info.replication().linkUp() ? Map.of() : Map.of("Link", Tone.RED));
        used.setCaption("Memory used, last " + minutes()
                + (info.memory().max() == 0
                        ? ", of its peak"
                        : ", of " + Sizes.bytes(info.memory().max())));
        used.show(trend.memory(), trend.span());
        operations.setCaption("Operations a second, last " + minutes() + ", now "
                + Sizes.count(info.traffic().opsPerSecond()));
        operations.show(trend.operations(), trend.span());
        header.readyProperty().set(true);
    }

    private static Optional<PaneHeader.News> news(ServerInfo.Memory memory) {
        Double share = memory.share();
        return share == null
                ? Optional.empty()
                : Optional.of(new PaneHeader.News(Math.round(100 * share) + " %", MemoryFigures.tone(memory)));
    }

    private static Map<String, Tone> diskTones(ServerInfo.Persistence disk) {
        Map<String, Tone> tones = new LinkedHashMap<>();
        if (!disk.lastSaveOk()) {
            tones.put("Last save was", Tone.AMBER);
        }
        if (!disk.aofOk()) {
            tones.put("AOF", Tone.RED);
        }
        return tones;
    }

    private String minutes() {
        double seconds = trend.span();
        return seconds < 90 ? "minute" : Math.round(seconds / 60) + " minutes";
    }

    private void change(MemorySetting setting) {
        shown.ifPresent(snapshot -> {
            SettingDialog dialog = new SettingDialog(
                    context.target(),
                    setting,
                    snapshot.value().memory(),
                    (value, keep) -> {
                        context.modals().close();
                        context.background("preview", () -> preview(setting, value, keep));
                    },
                    context.modals()::close);
            context.modals().open(dialog, () -> {});
            dialog.focus();
        });
    }

    private void preview(MemorySetting setting, String value, boolean keep) {
        try {
            ChangeSetting action = ChangeSetting.of(context.redis(), setting, value, keep);
            context.fx().run(() -> context.act(action, outcome -> feed.refreshNow()));
        } catch (FaultException e) {
            context.complain(e.fault());
        }
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
        return Optional.of("INFO");
    }

    @Override
    public List<OverTime> overTime() {
        String absent = "Nobody looked then";
        return List.of(
                OverTime.line("Memory used", absent, Metric.REDIS_MEMORY),
                new OverTime.Heap("Keys by database", "There were no keys then", Metric.REDIS_KEYS),
                OverTime.line("Lookups that hit", "Nothing was looked up then", Metric.REDIS_HITS));
    }

    @Override
    public Optional<PaneExport> export() {
        return shown.map(snapshot -> new ShownExport(
                "memory",
                snapshot,
                context.origin(),
                () -> InfoRecords.of(snapshot.value()),
                origin -> InfoDocument.of(snapshot, origin)));
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command("Change maxmemory…", "", header.readyProperty(), () -> change(MemorySetting.MAXMEMORY)),
                new Command(
                        "Change the eviction policy…",
                        "",
                        header.readyProperty(),
                        () -> change(MemorySetting.MAXMEMORY_POLICY)));
    }

    @Override
    public void close() {
        feed.close();
    }
}
