package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.target.Target;
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
            if (!filling && now instanceof FleetLine.Member member) {
                onSelect.accept(member.server());
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
        FleetLine selected = list.getSelectionModel().getSelectedItem();
        filling = true;
        list.getItems().setAll(lines());
        list.getSelectionModel().select(selected);
        filling = false;
    }

    private List<FleetLine> lines() {
        List<FleetLine> lines = new ArrayList<>();
        for (Environment environment : Environment.values()) {
            List<FleetServer> here = servers.stream()
                    .filter(server -> server.target().environment() == environment)
                    .toList();
            if (!here.isEmpty()) {
                lines.add(new FleetLine.Heading(environment));
                here.forEach(server -> lines.add(new FleetLine.Member(server)));
            }
        }
        return lines;
    }

    Optional<FleetServer> of(Target target) {
        return servers.stream().filter(server -> server.target().equals(target)).findFirst();
    }

    void select(FleetServer server) {
        list.getSelectionModel().select(new FleetLine.Member(server));
    }

    private ContextMenu menu(FleetServer server) {
        boolean off = server.healthProperty().get() == FleetServer.Health.OFF;
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
