package dev.watchkeeper.app.panes.clients;

import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.EmptyState;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.table.LiveTable;
import dev.watchkeeper.app.overtime.OverTime;
import dev.watchkeeper.app.reports.ClientRecords;
import dev.watchkeeper.app.reports.ClientsDocument;
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
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.redis.clients.Client;
import dev.watchkeeper.redis.clients.ClientId;
import dev.watchkeeper.redis.clients.ClientList;
import dev.watchkeeper.redis.clients.ClientsProbe;
import dev.watchkeeper.redis.clients.KillClients;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The clients of one Redis or sentinel: figures, table, and the chosen one on a closer look. */
final class ClientsPane implements Pane {
    private final PaneContext context;
    private final PaneHeader header = new PaneHeader("Sessions");
    private final ClientFigures figures = new ClientFigures();
    private final LiveTable<ClientId, Client> table =
            new LiveTable<>("Sessions", Client::identity, ClientColumns.all());
    private final BooleanProperty chosen = new SimpleBooleanProperty();
    private final Sorting sorting;
    private final ClientToolbar toolbar;
    private final ClientCard card;
    private final HBox middle = new HBox(12);
    private final VBox view;
    private final PollFeed<ClientList, ClientsModel> feed;
    private Optional<ClientsModel> shown = Optional.empty();

    ClientsPane(PaneContext context) {
        this.context = context;
        this.sorting = new Sorting(context, table::order, this::show);
        this.toolbar = new ClientToolbar(sorting::want, this::kill, chosen);
        this.card = new ClientCard(this::kill, table::clearSelection);
        Card list = new Card(table);
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox.setHgrow(list, Priority.ALWAYS);
        middle.getChildren().add(list);
        VBox.setVgrow(middle, Priority.ALWAYS);
        this.view = new VBox(12, figures, toolbar, middle);
        prepareTable();
        this.feed = new PollFeed<>(
                context, header, new ClientsProbe(context.redis()), sorting::sort, this::show, Optional.empty());
    }

    private void prepareTable() {
        table.placeholder(new EmptyState(
                "mdi2a-account-multiple-outline",
                Tone.NEUTRAL,
                "Nobody is connected",
                "Or nobody whom the filter lets through; this console's own connections are left out."));
        table.sortBy(ClientColumns.IDLE, false);
        table.onReorder(sorting::again);
        table.selectionProperty().addListener((property, before, now) -> selected());
        table.table()
                .setContextMenu(new ContextMenu(
                        item("Kill…", this::kill),
                        item("Copy cell", table::copyCell),
                        item("Copy rows", table::copyRows)));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void show(ClientsModel model) {
        shown = Optional.of(model);
        ClientList list = model.snapshot().value();
        header.sentenceProperty().set(RedisSentences.of(model.snapshot()));
        header.newsProperty()
                .set(Optional.of(new PaneHeader.News(Sizes.count(list.clients().size()), Tone.NEUTRAL)));
        if (!list.role().isEmpty()) {
            context.learned(list.role());
        }
        figures.show(list);
        toolbar.show(list);
        table.show(model.lines(), model.asked());
        header.readyProperty().set(true);
    }

    private void selected() {
        List<Client> selection = table.selectionProperty().get();
        chosen.set(!selection.isEmpty());
        Optional<Client> one = table.selectedProperty().get();
        one.ifPresent(card::show);
        if (one.isEmpty()) {
            middle.getChildren().remove(card);
        } else if (!middle.getChildren().contains(card)) {
            middle.getChildren().add(card);
        }
    }

    private void kill() {
        List<Client> selection = table.selectionProperty().get();
        if (!selection.isEmpty()) {
            context.act(new KillClients(context.redis(), selection), outcome -> feed.refreshNow());
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
        return Optional.of("CLIENT LIST\nINFO clients\nINFO replication");
    }

    @Override
    public List<OverTime> overTime() {
        String absent = "Nobody looked then";
        return List.of(
                OverTime.line("Clients", absent, Metric.REDIS_CLIENTS),
                OverTime.line("Commands", absent, Metric.REDIS_COMMANDS));
    }

    @Override
    public Optional<PaneExport> export() {
        return shown.map(model -> new ShownExport(
                "sessions",
                model.snapshot(),
                context.origin().filtered(sorting.wanted().words()),
                () -> List.of(ClientRecords.of(model.lines())),
                origin -> ClientsDocument.of(model.snapshot(), model.lines(), origin)));
    }

    @Override
    public boolean hasFilter() {
        return true;
    }

    @Override
    public void focusFilter() {
        toolbar.focusFilter();
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("Kill client…", "K", chosen, this::kill));
    }

    @Override
    public void close() {
        feed.close();
    }
}
