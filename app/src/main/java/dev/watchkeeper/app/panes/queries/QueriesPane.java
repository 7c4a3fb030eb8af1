package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.app.controls.Clip;
import dev.watchkeeper.app.recording.Recording;
import dev.watchkeeper.app.reports.StatementRecords;
import dev.watchkeeper.app.reports.StatementsDocument;
import dev.watchkeeper.app.reports.StatementsShown;
import dev.watchkeeper.app.shell.Command;
import dev.watchkeeper.app.shell.Feed;
import dev.watchkeeper.app.shell.Pane;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.shell.PaneExport;
import dev.watchkeeper.app.shell.PaneHeader;
import dev.watchkeeper.app.shell.PollFeed;
import dev.watchkeeper.app.shell.ShownExport;
import dev.watchkeeper.app.shell.ShownSql;
import dev.watchkeeper.kernel.poll.Poll;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.workload.StatementId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What the statements of a server take over time, what changed between two intervals, and why. */
final class QueriesPane implements Pane {
    /** As often as statements are recorded. */
    private static final Duration PACE = Duration.ofSeconds(10);

    /** From this height on there is room for two charts above the table, in pixels. */
    private static final double LOW = 660;

    private static final String OWN = "Statements of this console: show or leave out";

    private final PaneContext context;
    private final PaneHeader header = new PaneHeader("Queries");
    private final TimeCharts charts;
    private final AtomicReference<Wanted> wanted;
    private final Arranging arranging;
    private final ToolRow tools;
    private final StatementsPanel statements;
    private final PlanDesk plans;
    private final Closer closer;
    private final DetailColumn details;
    private final HBox middle = new HBox(12);
    private final NothingCounted nothing;
    private final VBox content;
    private final StackPane view = new StackPane();
    private final PollFeed<Past, QueriesModel> memory;
    private final Feed feed;
    private final Leaves leaves;
    private final Optional<Recording.Ear> ear;
    private Optional<QueriesModel> shown = Optional.empty();
    private Optional<StatementLine> chosen = Optional.empty();
    private boolean looking;
    private final BooleanProperty anyChosen = new SimpleBooleanProperty();

    QueriesPane(PaneContext context) {
        this.context = context;
        PlanFinder finder = new PlanFinder(context);
        leaves = new Leaves(context, this::brought, this::ready);
        nothing = new NothingCounted(leaves.chips());
        charts = new TimeCharts(leaves.chips(), context.clock().instant(), this::want, this::choose);
        wanted = new AtomicReference<>(charts.wanted());
        plans = new PlanDesk(context);
        closer = new Closer(context, finder);
        tools = new ToolRow(this::pairs, new Tools());
        statements = new StatementsPanel(
                this::chosen,
                this::again,
                List.of(item("Who runs it", this::whoRunsIt), item(OWN, charts::toggleOwn)),
                tools);
        arranging = new Arranging(context, statements::order, this::show);
        details = new DetailColumn(
                charts.axis(),
                plans.card(),
                new DetailColumn.Deeds(this::whoRunsIt, this::toConsole, this::choose, statements::clearSelection));
        HBox.setHgrow(statements, Priority.ALWAYS);
        statements.setMinWidth(0);
        middle.getChildren().add(statements);
        VBox.setVgrow(middle, Priority.ALWAYS);
        content = new VBox(12, charts, middle);
        view.getChildren().add(content);
        view.heightProperty().addListener((property, before, now) -> charts.compact(now.doubleValue() < LOW));
        view.getStylesheets()
                .add(Objects.requireNonNull(QueriesPane.class.getResource("queries.css"))
                        .toExternalForm());
        memory = new PollFeed<>(
                context, header, new PastProbe(context, wanted::get), arranging::arrange, this::show, Optional.empty());
        memory.intervalProperty().set(PACE);
        feed = leaves.with(memory);
        Consumer<Poll<?>> counted = context.fx().latest(poll -> counted());
        Consumer<Poll<?>> sampled = context.fx().latest(poll -> running());
        ear = context.recording()
                .map(recording -> recording.listen((probe, poll) -> {
                    switch (probe) {
                        case "statements" -> counted.accept(poll);
                        case "activity" -> sampled.accept(poll);
                        default -> {}
                    }
                }));
    }

    private static MenuItem item(String words, Runnable deed) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(event -> deed.run());
        return item;
    }

    /** The recorder has read what statements did: then there may be something to show at last. */
    private void counted() {
        boolean first = shown.map(model -> model.past().isEmpty()).orElse(true);
        if (first && !feed.pausedProperty().get()) {
            feed.refreshNow();
        }
    }

    private void running() {
        chosen.ifPresent(line ->
                details.running(Running.of(context.recording(), line.id().queryId())));
    }

    private void brought() {
        bring(leaves.isLog() ? leaves.log() : content);
        shown.ifPresent(this::show);
        ready();
    }

    private void bring(Node node) {
        if (!view.getChildren().equals(List.of(node))) {
            view.getChildren().setAll(node);
        }
    }

    private void want(Wanted newest) {
        wanted.set(newest);
        header.readyProperty().set(false);
        memory.refreshNow();
    }

    private void again() {
        arranging.again();
    }

    private void show(QueriesModel model) {
        shown = Optional.of(model);
        Past past = model.past();
        header.sentenceProperty().set(Headline.sentence(past));
        header.newsProperty().set(Headline.news(past));
        boolean empty = past.isEmpty() && past.trouble().isPresent();
        header.hintProperty().set(empty ? Optional.empty() : Headline.hint(past));
        past.trouble().filter(fault -> empty).ifPresent(nothing::show);
        if (!leaves.isLog()) {
            bring(empty ? nothing.view() : content);
        }
        charts.show(past);
        tools.comparing(model.isComparison());
        statements.show(model);
        ready();
    }

    /** All that was asked for stands on the screen. */
    private void ready() {
        if (leaves.isLog()) {
            header.readyProperty().set(leaves.logIsThere());
            return;
        }
        shown.map(QueriesModel::past)
                .filter(past -> past.wanted().equals(wanted.get()))
                .filter(past -> !past.isEmpty() || past.trouble().isPresent())
                .ifPresent(past -> header.readyProperty().set(!looking));
    }

    private void chosen(Optional<StatementLine> line) {
        boolean same = line.map(StatementLine::id).equals(chosen.map(StatementLine::id));
        chosen = line;
        anyChosen.set(line.isPresent());
        if (line.isEmpty()) {
            looking = false;
            closer.forget();
            middle.getChildren().remove(details);
            return;
        }
        Past past = shown.map(QueriesModel::past).orElseThrow();
        details.show(line.get(), past.statements().text(line.get().id()));
        if (!middle.getChildren().contains(details)) {
            middle.getChildren().add(details);
        }
        running();
        if (!same) {
            looking = true;
            plans.choose(line.get().id());
        }
        closer.look(line.get(), past, this::closer, view -> plan(view, same));
    }

    private void closer(Closeup closeup) {
        plans.text(closeup.id(), closeup.text());
        details.show(closeup);
    }

    /** A plan that was asked for by hand stays until another statement is chosen. */
    private void plan(PlanView found, boolean same) {
        if (!same || looking) {
            looking = false;
            plans.show(found);
            ready();
        }
    }

    private void choose(StatementId id) {
        statements.select(id);
    }

    private void copy() {
        Clip.copy(details.text());
        context.say("Copied the statement");
    }

    private void whoRunsIt() {
        chosen.ifPresent(
                line -> context.goTo("sessions", Long.toString(line.id().queryId())));
    }

    private void toConsole() {
        if (chosen.isPresent()) {
            context.goTo("console", details.text());
        }
    }

    private List<List<Pairing>> pairs() {
        Instant now = shown.map(model -> model.past().now()).orElseGet(context.clock()::instant);
        List<Pairing> around = shown.map(model -> Pairing.around(model.past())).orElse(List.of());
        return List.of(around, Pairing.usual(now));
    }

    private final class Tools implements ToolRow.Deeds {
        @Override
        public void filter(String text) {
            arranging.filter(text);
        }

        @Override
        public void onlyNews(boolean only) {
            arranging.onlyNews(only);
        }

        @Override
        public void compare(Pairing pair) {
            charts.compare(pair.a(), pair.b());
        }

        @Override
        public void all() {
            charts.axis().clear();
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
        return ShownSql.of(leaves.isLog() ? "log" : "statements", header, context);
    }

    @Override
    public Optional<PaneExport> export() {
        if (leaves.isLog()) {
            return leaves.export();
        }
        return shown.map(model -> exported(model.snapshot()));
    }

    private PaneExport exported(Snapshot<Past> past) {
        Snapshot<StatementsShown> statements =
                new Snapshot<>(past.value().statements(), past.takenAt(), past.version(), past.cost());
        return new ShownExport(
                "statements",
                statements,
                context.origin(),
                () -> List.of(StatementRecords.of(statements.value())),
                origin -> StatementsDocument.of(statements, origin));
    }

    @Override
    public boolean hasFilter() {
        return true;
    }

    @Override
    public void focusFilter() {
        if (leaves.isLog()) {
            leaves.focusFilter();
        } else {
            tools.focusFilter();
        }
    }

    @Override
    public void take(String handed) {
        tools.filterText(handed);
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>(List.of(
                new Command("Copy the statement", "Y", anyChosen, this::copy),
                new Command("Who runs the statement", "", anyChosen, this::whoRunsIt),
                new Command("Open the statement in the console", "", anyChosen, this::toConsole),
                new Command("EXPLAIN the statement (generic)", "", anyChosen, plans::generic),
                new Command("EXPLAIN the statement with values…", "", anyChosen, plans::withValues),
                new Command("Run the statement and measure…", "", anyChosen, plans::measure)));
        pairs().forEach(group -> group.forEach(pair -> commands.add(new Command(
                "Compare: " + pair.words(), "", header.readyProperty(), () -> charts.compare(pair.a(), pair.b())))));
        commands.addAll(leaves.commands(header.readyProperty()));
        commands.add(new Command("Search", "/", header.readyProperty(), this::focusFilter));
        commands.add(new Command(OWN, "", header.readyProperty(), charts::toggleOwn));
        commands.add(new Command("Choose nothing on the axis", "", header.readyProperty(), charts.axis()::clear));
        return commands;
    }

    @Override
    public void close() {
        ear.ifPresent(Recording.Ear::close);
        closer.forget();
        leaves.close();
        feed.close();
    }
}
