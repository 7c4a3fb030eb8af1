package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The servers at the left, by environment. */
final class Fleet extends BorderPane {
    /** What the window does for the fleet. */
    interface Deeds {
        void connect(FleetServer server);

        void disconnect(FleetServer server);

        void edit(Target target);

        void remove(Target target);

        void add();
    }

    private final Deeds deeds;
    private final ObservableList<FleetServer> servers = FXCollections.observableArrayList();
    private final ListView<FleetLine> list = new ListView<>();
    private final FleetClusters clusters = new FleetClusters();
    private boolean filling;

    Fleet(Deeds deeds, Consumer<FleetServer> onSelect) {
        this.deeds = deeds;
        getStyleClass().add("fleet");
        setPrefWidth(243);
        setMinWidth(180);
        list.setAccessibleText("Servers");
        list.setFixedCellSize(30);
        list.setCellFactory(view -> new FleetCell(this::menu));
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (!filling && now != null) {
                server(now).ifPresent(onSelect);
            }
        });
        setCenter(list);
        Button add = Buttons.styled(Buttons.plain("Add a connection…", deeds::add), "link");
        add.setGraphic(new FontIcon("mdi2p-plus"));
        BorderPane foot = new BorderPane();
        foot.getStyleClass().add("fleet-foot");
        foot.setLeft(add);
        setBottom(foot);
    }

    List<FleetServer> servers() {
        return servers;
    }

    /** Shows these servers; those that were there before keep what is known of them. */
    void show(List<Target> targets) {
        List<FleetServer> next = new ArrayList<>();
        for (Target target : targets) {
            next.add(of(target).orElseGet(() -> new FleetServer(target)));
        }
        servers.setAll(next);
        fill();
    }

    /** Takes note of who belongs together, as one of the servers sees it. */
    void seen(FleetServer by, Topology topology) {
        clusters.seen(by, topology);
        fill();
    }

    /** Nobody looks from this server any more. */
    void forget(FleetServer by) {
        clusters.forget(by);
        fill();
    }

    /** Shows who belongs together; the lines stay as they are as long as that does. */
    private void fill() {
        List<FleetLine> lines = lines(clusters.of(servers));
        if (lines.equals(list.getItems())) {
            return;
        }
        FleetLine selected = list.getSelectionModel().getSelectedItem();
        filling = true;
        list.getItems().setAll(lines);
        if (selected != null) {
            server(selected).ifPresent(this::select);
        }
        filling = false;
    }

    /** The one that a line leads to: of a cluster the first. */
    private static Optional<FleetServer> server(FleetLine line) {
        return switch (line) {
            case FleetLine.Heading heading -> Optional.empty();
            case FleetLine.Cluster cluster ->
                Optional.of(cluster.group().members().getFirst());
            case FleetLine.Member member -> Optional.of(member.server());
        };
    }

    private List<FleetLine> lines(List<FleetClusters.Group> groups) {
        List<FleetLine> lines = new ArrayList<>();
        for (Environment environment : Environment.values()) {
            List<FleetServer> here = servers.stream()
                    .filter(server -> server.target().environment() == environment)
                    .toList();
            if (!here.isEmpty()) {
                lines.add(new FleetLine.Heading(environment));
                here.forEach(server -> add(server, here, groups, lines));
            }
        }
        return lines;
    }

    /** A cluster stands where the first of its servers would. */
    private static void add(
            FleetServer server, List<FleetServer> here, List<FleetClusters.Group> groups, List<FleetLine> lines) {
        Optional<FleetClusters.Group> group = groups.stream()
                .filter(one -> here.containsAll(one.members()) && one.members().contains(server))
                .findFirst();
        if (group.isEmpty()) {
            lines.add(new FleetLine.Member(server, false));
        } else if (group.get().members().getFirst().equals(server)) {
            lines.add(new FleetLine.Cluster(group.get()));
            group.get().members().forEach(member -> lines.add(new FleetLine.Member(member, true)));
        }
    }

    Optional<FleetServer> of(Target target) {
        return servers.stream().filter(server -> server.target().equals(target)).findFirst();
    }

    void select(FleetServer server) {
        list.getItems().stream()
                .filter(line -> line instanceof FleetLine.Member member
                        && member.server().equals(server))
                .findFirst()
                .ifPresent(list.getSelectionModel()::select);
    }

    private ContextMenu menu(FleetServer server) {
        boolean off = server.isOff();
        ContextMenu menu = new ContextMenu();
        menu.getItems()
                .addAll(
                        item(off ? "Connect" : "Show", () -> deeds.connect(server)),
                        item("Disconnect", () -> deeds.disconnect(server)),
                        item("Edit…", () -> deeds.edit(server.target())),
                        item("Remove…", () -> deeds.remove(server.target())));
        return menu;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }
}
