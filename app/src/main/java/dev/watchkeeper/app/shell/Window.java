package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.EmptyState;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.dialogs.ConnectionDesk;
import dev.watchkeeper.app.dialogs.ConnectionDialogs;
import dev.watchkeeper.app.overtime.OverTimeStrip;
import dev.watchkeeper.app.panes.audit.AuditView;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** The console's window on a fleet. Made, driven and closed on the FX thread. */
public final class Window implements AutoCloseable {
    private final Workbench bench;
    private final List<PaneFactory> panes;
    private final Theme theme;
    private final FxThread fx = new FxThread();
    private final Modals modals = new Modals();
    private final Toasts toasts = new Toasts();
    private final Region edge = new Region();
    private final BorderPane frame = new BorderPane();
    private final RunningJobs running = new RunningJobs(this::showJobs);
    private final StatusBar status = new StatusBar(running.chip(), this::openAudit);
    private final Acts acts;
    private final FleetMenu menu;
    private final Fleet fleet;
    private List<Target> known;
    private final Scene scene;
    private final Map<FleetServer, ServerView> open = new HashMap<>();
    private Optional<FleetServer> current = Optional.empty();

    /**
     * @param targets the fleet: saved ones and those named on the command line; none is connected yet
     * @param panes from left to right
     * @param prompt gets this window to ask in; the workbench was made with it
     */
    public Window(Workbench bench, List<Target> targets, List<PaneFactory> panes, Theme theme, WindowPrompt prompt) {
        this.bench = bench;
        this.panes = List.copyOf(panes);
        this.theme = theme;
        this.acts = new Acts(bench.desk(), bench.surroundings().clock(), fx, modals, toasts, status);
        this.menu = new FleetMenu(this, surface -> new ConnectionDialogs(new ConnectionDesk(bench), surface));
        this.fleet = new Fleet(menu, this::show);
        this.known = List.copyOf(targets);
        this.scene = new Scene(root(), 1600, 1000);
        prompt.attach(modals);
        theme.dress(scene);
        new Keys(keyDeeds()).install(scene);
        fleet.show(targets);
        welcome();
    }

    Keys.Deeds keyDeeds() {
        return new KeyDeeds();
    }

    private Parent root() {
        frame.setTop(new VBox(edge, new TopBar(theme, this::palette)));
        frame.setLeft(fleet);
        frame.setBottom(status);
        toasts.setMouseTransparent(false);
        StackPane root = new StackPane(frame, toasts, modals.layer());
        root.getStyleClass().add("window");
        return root;
    }

    private void welcome() {
        if (!fleet.servers().isEmpty()) {
            frame.setCenter(new EmptyState(
                    "mdi2d-database-eye-outline",
                    Tone.NEUTRAL,
                    "Choose a server at the left",
                    "It is connected when you look at it, and not before."));
            return;
        }
        Button add = Buttons.styled(Buttons.plain("Add a connection…", menu::add), "primary");
        frame.setCenter(new EmptyState(
                "mdi2d-database-plus-outline",
                Tone.ACCENT,
                "No server yet",
                "Add your first connection: a postgresql:// address is enough, and what pg_service.conf, PG* and"
                        + " ~/.pgpass know is offered. Or close this window and run “watchkeeper demo” to look around on"
                        + " servers that start by themselves.",
                add));
    }

    public Scene scene() {
        return scene;
    }

    /** Takes the whole console out of its scene, to be drawn elsewhere. */
    Parent undock() {
        Parent root = scene.getRoot();
        scene.setRoot(new Region());
        return root;
    }

    /** Puts it on the screen. */
    public void show(Stage stage) {
        stage.setTitle("Watchkeeper");
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        stage.setScene(scene);
        stage.show();
    }

    /** Connects a server of the fleet and brings it to the front. */
    public void show(Target target) {
        fleet.of(target).ifPresent(server -> {
            fleet.select(server);
            show(server);
        });
    }

    /** The others of the fleet, which may belong to the same cluster. */
    private List<Target> company(FleetServer server) {
        return fleet.servers().stream()
                .map(FleetServer::target)
                .filter(target -> !target.equals(server.target()))
                .toList();
    }

    /** Connects a server of the fleet, without bringing it to the front. */
    public void connect(Target target) {
        fleet.of(target).ifPresent(this::view);
    }

    /** Brings a pane of the server at the front to the front; nothing if there is none of that name. */
    public void showPane(String name) {
        current().ifPresent(view -> view.show(name));
    }

    private void goTo(String name, Optional<String> handed) {
        showPane(name);
        current()
                .filter(view -> view.shownProperty().get().equals(Optional.of(name)))
                .flatMap(ServerView::front)
                .map(OpenPane::pane)
                .ifPresent(pane -> handed.ifPresent(pane::take));
    }

    private void showJobs(FleetServer server) {
        fleet.select(server);
        show(server);
        showPane("backups");
    }

    /** The pane at the front. */
    public Optional<Pane> pane() {
        return front().map(OpenPane::pane);
    }

    /** The past of its numbers; empty if nothing is kept of them. */
    Optional<OverTimeStrip> overTime() {
        return front().flatMap(OpenPane::overTime);
    }

    /** What can be done in the pane at the front. */
    List<Command> commands() {
        return front().map(OpenPane::commands).orElse(List.of());
    }

    private Optional<OpenPane> front() {
        return current().flatMap(ServerView::front);
    }

    private Optional<ServerView> current() {
        return current.map(open::get);
    }

    void show(FleetServer server) {
        if (current.equals(Optional.of(server))) {
            return;
        }
        String paneName = current().flatMap(view -> view.shownProperty().get()).orElse("");
        current().ifPresent(view -> view.seen(false));
        ServerView view = view(server);
        current = Optional.of(server);
        view.show(paneName);
        view.seen(true);
        frame.setCenter(view);
        status.show(server);
        edge.getStyleClass()
                .setAll("env-edge", "env-" + server.target().environment().label());
    }

    private ServerView view(FleetServer server) {
        ServerView view = open.get(server);
        if (view == null) {
            server.connecting();
            PaneContext context = new ServerContext(
                    server,
                    bench,
                    fx,
                    acts,
                    toasts,
                    modals,
                    this::goTo,
                    () -> company(server),
                    topology -> fleet.seen(server, topology),
                    running);
            context.recording();
            view = new ServerView(
                    context,
                    new ServerPast(bench, server.target()),
                    server,
                    panes,
                    (factory, pane) -> new PaneDeeds(pane, context, scene));
            open.put(server, view);
        }
        return view;
    }

    void disconnect(FleetServer server) {
        ServerView view = open.remove(server);
        if (view != null) {
            view.close();
            running.of(server, 0);
            bench.forget(server.target());
            server.disconnected();
            fleet.forget(server);
        }
        if (current.equals(Optional.of(server))) {
            current = Optional.empty();
            welcome();
        }
    }

    Modals modals() {
        return modals;
    }

    FxThread fx() {
        return fx;
    }

    void complain(Fault fault) {
        toasts.complain(fault);
    }

    /** The file of connections has changed: what is gone from it or has changed is closed, the rest goes on. */
    void saved(List<Target> saved, Optional<String> select) {
        Set<String> names = saved.stream().map(Target::name).collect(Collectors.toSet());
        List<Target> next = new ArrayList<>(saved);
        known.stream()
                .filter(target -> target.name().contains("/") && !names.contains(target.name()))
                .forEach(next::add);
        fleet.servers().stream()
                .filter(server -> !next.contains(server.target()))
                .toList()
                .forEach(this::disconnect);
        known = List.copyOf(next);
        fleet.show(known);
        if (current.isEmpty()) {
            welcome();
        }
        known.stream()
                .filter(target -> select.equals(Optional.of(target.name())))
                .findFirst()
                .ifPresent(this::show);
    }

    private void openAudit() {
        Thread.ofVirtual().name("audit").start(() -> {
            try {
                var entries = bench.audit().newest(1000);
                fx.run(() -> modals.open(new AuditView(entries, modals::close), () -> {}));
            } catch (FaultException e) {
                fx.run(() -> toasts.complain(e.fault()));
            }
        });
    }

    private void palette() {
        Palette palette = new Palette(entries(), modals::close);
        modals.open(palette, () -> {});
        palette.focus();
    }

    private List<Palette.Entry> entries() {
        List<Palette.Entry> entries = new ArrayList<>();
        current().ifPresent(view -> {
            int number = 1;
            for (PaneFactory factory : view.factories()) {
                String key = number <= 9 ? "Ctrl " + number : "";
                entries.add(new Palette.Entry(
                        factory.title(), "pane", factory.icon(), key, () -> view.show(factory.name())));
                number++;
            }
        });
        front().ifPresent(pane -> entries.addAll(PaneDeeds.entries(pane.pane(), pane.commands())));
        for (FleetServer server : fleet.servers()) {
            entries.add(new Palette.Entry(
                    server.target().name(),
                    server.target().environment().label() + " server",
                    "mdi2s-server",
                    "",
                    () -> show(server.target())));
        }
        entries.add(new Palette.Entry("Add a connection…", "fleet", "mdi2p-plus", "", menu::add));
        entries.add(new Palette.Entry(
                "What was done", "audit log", "mdi2c-clipboard-text-clock-outline", "", this::openAudit));
        entries.add(new Palette.Entry("Light or dark", "look", "mdi2t-theme-light-dark", "", theme::toggle));
        return entries;
    }

    @Override
    public void close() {
        open.values().forEach(ServerView::close);
        open.clear();
    }

    private final class KeyDeeds implements Keys.Deeds {
        @Override
        public Optional<Pane> pane() {
            return Window.this.pane();
        }

        @Override
        public List<Command> commands() {
            return Window.this.commands();
        }

        @Override
        public boolean dialogIsOpen() {
            return modals.isOpen();
        }

        @Override
        public void palette() {
            Window.this.palette();
        }

        @Override
        public void pane(int number) {
            current()
                    .map(ServerView::names)
                    .filter(names -> number <= names.size())
                    .ifPresent(names -> showPane(names.get(number - 1)));
        }
    }
}
