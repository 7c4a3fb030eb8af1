package dev.watchkeeper.app.panes.sessions;

import dev.watchkeeper.app.controls.BannerText;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.Clip;
import dev.watchkeeper.app.controls.EmptyState;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.table.LiveTable;
import dev.watchkeeper.app.hosts.HostProbe;
import dev.watchkeeper.app.overtime.OverTime;
import dev.watchkeeper.app.reports.Sentences;
import dev.watchkeeper.app.shell.Command;
import dev.watchkeeper.app.shell.Feed;
import dev.watchkeeper.app.shell.Pane;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.shell.PaneExport;
import dev.watchkeeper.app.shell.PaneHeader;
import dev.watchkeeper.app.shell.PollFeed;
import dev.watchkeeper.app.shell.ShownSql;
import dev.watchkeeper.history.ActivityBy;
import dev.watchkeeper.history.Metric;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.postgres.sessions.Session;
import dev.watchkeeper.postgres.sessions.SessionDetail;
import dev.watchkeeper.postgres.sessions.SessionId;
import dev.watchkeeper.postgres.sessions.SessionsProbe;
import dev.watchkeeper.postgres.sessions.Vitals;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The sessions of one server: strip, table, and the chosen one on a closer look. */
final class SessionsPane implements Pane {
    private final PaneContext context;
    private final PaneHeader header = new PaneHeader("Sessions");
    private final Strip strip = new Strip();
    private final LiveTable<Object, SessionLine> table;
    private final BooleanProperty chosen = new SimpleBooleanProperty();
    private final Toolbar toolbar;
    private final DetailCard detail;
    private final HBox middle = new HBox(12);
    private final VBox view;
    private final SessionActs acts;
    private final Closer closer;
    private final Arranging arranging;
    private final Feed feed;
    private final EmptyState nothing = new EmptyState("mdi2a-account-multiple-outline", Tone.NEUTRAL, "", "");
    private Optional<SessionsModel> shown = Optional.empty();

    SessionsPane(PaneContext context) {
        this.context = context;
        this.table =
                new LiveTable<>("Sessions", SessionLine::key, SessionColumns.all(HostProbe.suits(context.target())));
        BackendUse use = new BackendUse(context);
        this.acts = new SessionActs(context, this::refresh);
        this.closer = new Closer(context, new Look());
        this.arranging = new Arranging(context, table::order, use, this::show);
        this.toolbar = new Toolbar(
                arranging::choose, new Toolbar.Deeds(this::cancel, this::terminate, this::endByRule, chosen));
        this.detail =
                new DetailCard(new DetailCard.Deeds(this::cancel, this::terminate, this::plan, table::clearSelection));
        Card list = new Card(table);
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox.setHgrow(list, Priority.ALWAYS);
        middle.getChildren().add(list);
        VBox.setVgrow(middle, Priority.ALWAYS);
        this.view = new VBox(12, strip, toolbar, middle);
        prepareTable();
        this.feed = use.beside(new PollFeed<>(
                context,
                header,
                new SessionsProbe(context.postgres()),
                arranging::arrange,
                this::show,
                Optional.empty()));
    }

    private void prepareTable() {
        table.bands(SessionColumns::band);
        table.placeholder(nothing);
        table.sortBy(SessionColumns.TRANSACTION, true);
        table.onReorder(arranging::again);
        table.selectionProperty().addListener((property, before, now) -> selected());
        ContextMenu menu = new ContextMenu(
                item("Cancel query", this::cancel),
                item("Terminate…", this::terminate),
                item("Copy query", this::copyQuery),
                item("Copy cell", table::copyCell),
                item("Copy rows", table::copyRows),
                item("Show in Locks", () -> context.goTo("locks")));
        table.table().setContextMenu(menu);
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void show(SessionsModel model) {
        shown = Optional.of(model);
        header.sentenceProperty().set(Sentences.of(model.snapshot()));
        header.newsProperty().set(Optional.of(news(model)));
        if (model.snapshot().value().clients() == 0) {
            nothing.show("Nobody is connected", "The console's own connections are left out.");
        } else {
            nothing.show("No session is like that", "Empty the filter, or wait.");
        }
        header.hintProperty().set(hint(model.snapshot().value().vitals()));
        context.learned(model.snapshot().value().vitals().standby() ? "standby" : "primary");
        strip.show(model);
        toolbar.show(model);
        table.show(model.lines(), model.asked());
        header.readyProperty().set(true);
    }

    private static PaneHeader.News news(SessionsModel model) {
        long clients = model.snapshot().value().clients();
        double share = (double) clients / model.snapshot().value().vitals().maxConnections();
        return new PaneHeader.News(
                Sizes.count(clients), share >= 0.9 ? Tone.RED : share >= 0.75 ? Tone.AMBER : Tone.NEUTRAL);
    }

    private static Optional<BannerText> hint(Vitals vitals) {
        if (vitals.seesAll()) {
            return Optional.empty();
        }
        return Optional.of(new BannerText(
                Tone.AMBER,
                vitals.role() + " sees only its own sessions' statements and states",
                "What others do is told to roles with pg_monitor. A superuser can give it:",
                "GRANT pg_monitor TO " + quoted(vitals.role()) + ";"));
    }

    private static String quoted(String role) {
        return role.matches("[a-z_][a-z0-9_]*") ? role : '"' + role.replace("\"", "\"\"") + '"';
    }

    private List<Session> selection() {
        return table.selectionProperty().get().stream()
                .filter(line -> line instanceof SessionLine.One)
                .map(line -> ((SessionLine.One) line).session())
                .toList();
    }

    private void selected() {
        chosen.set(!selection().isEmpty());
        Optional<SessionLine.One> one = table.selectedProperty()
                .get()
                .filter(line -> line instanceof SessionLine.One)
                .map(line -> (SessionLine.One) line);
        if (one.isEmpty()) {
            middle.getChildren().remove(detail);
            return;
        }
        List<Session> all =
                shown.map(model -> model.snapshot().value().sessions()).orElse(List.of());
        Set<Integer> ended = selection().stream().map(Session::pid).collect(Collectors.toSet());
        detail.show(one.get(), Ending.of(all, ended));
        if (!middle.getChildren().contains(detail)) {
            middle.getChildren().add(detail);
        }
        closer.look(one.get().session());
    }

    private void cancel() {
        shown.ifPresent(model -> acts.cancel(selection(), model.snapshot()));
    }

    private void terminate() {
        shown.ifPresent(model -> acts.terminate(selection(), model.snapshot()));
    }

    private void endByRule() {
        shown.ifPresent(model -> {
            EndByRule dialog = new EndByRule(
                    context.target(),
                    model.snapshot(),
                    sessions -> {
                        context.modals().close();
                        acts.terminate(sessions, model.snapshot());
                    },
                    sessions -> {
                        context.modals().close();
                        acts.cancel(sessions, model.snapshot());
                    },
                    context.modals()::close);
            context.modals().open(dialog, () -> {});
        });
    }

    private void plan(Session session) {
        closer.plan(session, detail::showPlan);
    }

    private void copyQuery() {
        selection().stream().findFirst().ifPresent(session -> {
            Clip.copy(session.query());
            context.say("Copied the query of " + session.pid());
        });
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
        return ShownSql.of("sessions", header, context);
    }

    @Override
    public List<OverTime> overTime() {
        return List.of(
                new OverTime.Heap("Sessions by state", "No session was counted then", Metric.SESSIONS),
                new OverTime.Activity("At work, by wait event", "Nobody was at work then", ActivityBy.WAIT_EVENT));
    }

    @Override
    public Optional<PaneExport> export() {
        return shown.map(model -> SessionsExport.of(
                model, context.origin().filtered(arranging.choice().words())));
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
    public void take(String handed) {
        toolbar.filter(handed);
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command("Cancel query", "C", chosen, this::cancel),
                new Command("Terminate session…", "K", chosen, this::terminate),
                new Command("Copy query", "Y", chosen, this::copyQuery),
                new Command("End sessions by rule…", "", header.readyProperty(), this::endByRule));
    }

    @Override
    public void close() {
        feed.close();
    }

    private final class Look implements Closer.Sight {
        @Override
        public void detail(SessionId of, Snapshot<SessionDetail> found) {
            if (isChosen(of)) {
                detail.show(found.value(), found.takenAt());
            }
        }

        @Override
        public void fault(SessionId of, Fault fault) {
            if (isChosen(of)) {
                detail.show(fault);
            }
        }

        private boolean isChosen(SessionId id) {
            return table.selectedProperty()
                    .get()
                    .map(SessionLine::key)
                    .filter(id::equals)
                    .isPresent();
        }
    }
}
