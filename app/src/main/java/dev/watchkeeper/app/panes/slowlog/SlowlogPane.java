package dev.watchkeeper.app.panes.slowlog;

import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.Choice;
import dev.watchkeeper.app.controls.FilterField;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.reports.RedisQuerySentences;
import dev.watchkeeper.app.shell.Command;
import dev.watchkeeper.app.shell.Feed;
import dev.watchkeeper.app.shell.LeafFeed;
import dev.watchkeeper.app.shell.Pane;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.shell.PaneExport;
import dev.watchkeeper.app.shell.PaneHeader;
import dev.watchkeeper.app.shell.PollFeed;
import dev.watchkeeper.history.Interval;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.redis.settings.WatchSetting;
import dev.watchkeeper.redis.slowlog.Latency;
import dev.watchkeeper.redis.slowlog.Queries;
import dev.watchkeeper.redis.slowlog.QueriesProbe;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What a Redis works on, over time and by command; what was slow; which keys are big. */
final class SlowlogPane implements Pane {
    private final PaneContext context;
    private final PaneHeader header = new PaneHeader("Queries");
    private final Digest digest = new Digest();
    private final Figures figures = new Figures();
    private final WorkChart chart;
    private final FilterField filter = new FilterField("command, key, client…");
    private final Choice<Leaf> leaves = new Choice<>(List.of(Leaf.values()), Leaf::title, this::bring);
    private final CommandsPanel commands = new CommandsPanel(this::details, this::stretch);
    private final SlowPanel slow;
    private final LatencyPanel latency;
    private final KeysPanel keys;
    private final Logs logs;
    private final DetailCard details = new DetailCard(this::closeDetails);
    private final StackPane tables = new StackPane();
    private final HBox middle = new HBox(12);
    private final HBox bar;
    private final VBox view = new VBox(12);
    private final Watching watching;
    private final PollFeed<Queries, QueriesModel> figuresFeed;
    private final Feed feed;
    private final Map<Leaf, Region> panels = new EnumMap<>(Leaf.class);
    private Stretch stretch = Stretch.MINUTE;
    private Optional<Interval> swept = Optional.empty();
    private Optional<QueriesModel> shown = Optional.empty();

    SlowlogPane(PaneContext context) {
        this.context = context;
        chart = new WorkChart(context.clock().instant(), this::swept);
        watching = new Watching(context, this::refresh);
        slow = new SlowPanel(this::details, () -> watching.ask(WatchSetting.SLOWLOG_SLOWER_THAN, "10ms"));
        latency = new LatencyPanel(
                this::details, () -> watching.ask(WatchSetting.LATENCY_THRESHOLD, "100ms"), watching::doctor);
        keys = new KeysPanel(context, this::details);
        panels.putAll(Map.of(Leaf.COMMANDS, commands, Leaf.SLOW, slow, Leaf.LATENCY, latency, Leaf.KEYS, keys));
        Card card = new Card(tables);
        VBox.setVgrow(tables, Priority.ALWAYS);
        HBox.setHgrow(card, Priority.ALWAYS);
        middle.getChildren().add(card);
        VBox.setVgrow(middle, Priority.ALWAYS);
        logs = new Logs(context);
        bar = bar();
        view.getStylesheets()
                .add(Objects.requireNonNull(SlowlogPane.class.getResource("slowlog.css"))
                        .toExternalForm());
        bring(Leaf.COMMANDS);
        figuresFeed = new PollFeed<>(
                context, header, new QueriesProbe(context.redis()), digest::take, this::show, Optional.empty());
        feed = new LeafFeed(figuresFeed, logs::refresh, logs::paneSeen);
    }

    private HBox bar() {
        filter.setPrefWidth(240);
        filter.setMinWidth(150);
        filter.textProperty().addListener((property, before, now) -> filter(now));
        filter.onEnter(logs::jump);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox made = new HBox(10, leaves, gap, filter);
        made.setAlignment(Pos.CENTER_LEFT);
        return made;
    }

    private void filter(String text) {
        String sought = text.strip().toLowerCase(Locale.ROOT);
        Predicate<String> lets = line -> line.toLowerCase(Locale.ROOT).contains(sought);
        commands.filter(lets);
        slow.filter(lets);
        latency.filter(lets);
        keys.filter(lets);
        logs.filter(text, lets);
    }

    private void bring(Leaf leaf) {
        closeDetails();
        Region panel = panels.get(leaf);
        if (panel == null) {
            Region log = logs.panel(leaf);
            VBox.setVgrow(log, Priority.ALWAYS);
            view.getChildren().setAll(bar, log);
        } else {
            tables.getChildren().setAll(panel);
            view.getChildren().setAll(figures, chart, bar, middle);
        }
        logs.chosen(leaf);
    }

    private void stretch(Stretch chosen) {
        stretch = chosen;
        chart.clear();
        again();
    }

    private void swept(Optional<Interval> chosen) {
        swept = chosen;
        again();
    }

    private void again() {
        digest.again(stretch, swept).ifPresent(this::show);
    }

    private void show(QueriesModel model) {
        shown = Optional.of(model);
        Queries queries = model.snapshot().value();
        context.learned(queries.role());
        header.sentenceProperty()
                .set(RedisQuerySentences.brief(
                        model.minute(), queries, model.snapshot().takenAt()));
        header.newsProperty().set(news(model));
        figures.show(model);
        chart.show(model);
        leaves.title(Leaf.COMMANDS, "Commands " + commands.show(model));
        slow.show(queries.slowLog());
        latency.show(queries.latency());
        keys.hasReplica(queries.replica());
        leaves.title(
                Leaf.SLOW,
                counted(
                        Leaf.SLOW,
                        queries.slowLog().value().map(log -> log.entries().size())));
        leaves.title(
                Leaf.LATENCY,
                counted(
                        Leaf.LATENCY,
                        queries.latency().value().map(Latency::events).map(List::size)));
        header.readyProperty().set(true);
    }

    private static String counted(Leaf leaf, Optional<Integer> count) {
        return leaf.title()
                + count.filter(some -> some > 0)
                        .map(some -> " " + Sizes.count(some))
                        .orElse("");
    }

    private static Optional<PaneHeader.News> news(QueriesModel model) {
        return model.snapshot()
                .value()
                .slowLog()
                .value()
                .map(log -> Figures.recent(log, model.snapshot().takenAt()))
                .filter(recent -> recent > 0)
                .map(recent -> new PaneHeader.News(Sizes.count(recent), Tone.AMBER));
    }

    private void details(Optional<Detail> detail) {
        detail.ifPresent(details::show);
        if (detail.isEmpty()) {
            middle.getChildren().remove(details);
        } else if (!middle.getChildren().contains(details)) {
            middle.getChildren().add(details);
        }
    }

    private void closeDetails() {
        middle.getChildren().remove(details);
        commands.clearSelection();
    }

    private void refresh() {
        feed.refreshNow();
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
        return Optional.of(QueriesProbe.COMMANDS);
    }

    @Override
    public Optional<PaneExport> export() {
        return shown.map(model -> QueriesExport.of(model, keys.sample(), context.origin()));
    }

    @Override
    public boolean hasFilter() {
        return true;
    }

    @Override
    public void focusFilter() {
        filter.focus();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command("Show the commands", "", header.readyProperty(), () -> leaves.choose(Leaf.COMMANDS)),
                new Command("Show what was slow", "", header.readyProperty(), () -> leaves.choose(Leaf.SLOW)),
                new Command("Show latency events", "", header.readyProperty(), () -> leaves.choose(Leaf.LATENCY)),
                new Command("Show the server log", "", header.readyProperty(), () -> leaves.choose(Leaf.LOG)),
                new Command("Show the log's lines", "", header.readyProperty(), () -> leaves.choose(Leaf.LINES)),
                new Command("Go to the end of the log", "G", header.readyProperty(), logs::toTheEnd),
                new Command("Search", "/", header.readyProperty(), this::focusFilter),
                new Command("Look for big keys, or stop looking", "", header.readyProperty(), this::sample),
                new Command("Ask Redis about latency (LATENCY DOCTOR)", "", header.readyProperty(), watching::doctor),
                new Command(
                        "Change what is slow…",
                        "",
                        header.readyProperty(),
                        () -> watching.ask(WatchSetting.SLOWLOG_SLOWER_THAN, "10ms")),
                new Command(
                        "Change what the latency monitor notes…",
                        "",
                        header.readyProperty(),
                        () -> watching.ask(WatchSetting.LATENCY_THRESHOLD, "100ms")));
    }

    private void sample() {
        leaves.choose(Leaf.KEYS);
        keys.startOrStop();
    }

    @Override
    public void close() {
        keys.close();
        logs.close();
        feed.close();
    }
}
