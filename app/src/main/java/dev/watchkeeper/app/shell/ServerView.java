package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.controls.Banner;
import dev.watchkeeper.app.controls.EmptyState;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.overtime.OverTime;
import dev.watchkeeper.app.overtime.OverTimeStrip;
import dev.watchkeeper.app.overtime.Past;
import dev.watchkeeper.app.recording.Recorder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The panes of one server. A pane is opened when it is first looked at; one that records is opened with the server. */
final class ServerView extends BorderPane implements AutoCloseable {
    private final PaneContext context;
    private final Past past;
    private final FleetServer server;
    private final BiFunction<PaneFactory, Pane, HeaderBar.Deeds> deeds;
    private final SequencedMap<String, PaneFactory> factories = new LinkedHashMap<>();
    private final SequencedMap<String, PaneTab> tabs = new LinkedHashMap<>();
    private final Map<String, OpenPane> panes = new LinkedHashMap<>();
    private final ObjectProperty<Optional<String>> shown = new SimpleObjectProperty<>(Optional.empty());
    private boolean seen;

    ServerView(
            PaneContext context,
            Past past,
            FleetServer server,
            List<PaneFactory> all,
            BiFunction<PaneFactory, Pane, HeaderBar.Deeds> deeds) {
        this.context = context;
        this.past = past;
        this.server = server;
        this.deeds = deeds;
        HBox strip = new HBox();
        strip.getStyleClass().add("tabs");
        ToggleGroup group = new ToggleGroup();
        for (PaneFactory factory : all) {
            if (factory.suits(context.target())) {
                factories.put(factory.name(), factory);
                PaneTab tab = new PaneTab(factory, group);
                tab.setOnAction(event -> show(factory.name()));
                tabs.put(factory.name(), tab);
                strip.getChildren().add(tab);
            }
        }
        setTop(strip);
        factories.values().stream().filter(PaneFactory::recordsUnseen).forEach(factory -> opened(factory.name()));
        if (factories.isEmpty()) {
            setCenter(new EmptyState(
                    "mdi2h-help-circle-outline",
                    Tone.NEUTRAL,
                    "Nothing to show yet",
                    "There is no pane for "
                            + context.target().endpoint().engine().title() + " yet."));
        }
    }

    /** Names of the panes, from left to right. */
    List<String> names() {
        return List.copyOf(factories.keySet());
    }

    List<PaneFactory> factories() {
        return List.copyOf(factories.values());
    }

    /** Brings this pane to the front; nothing if there is none of that name. */
    void show(String name) {
        PaneTab tab = tabs.get(name);
        if (tab == null || shown.get().equals(Optional.of(name))) {
            return;
        }
        OpenPane next = opened(name);
        front().ifPresent(before -> before.seen(false));
        tab.setSelected(true);
        shown.set(Optional.of(name));
        setCenter(next.body());
        next.seen(seen);
    }

    private OpenPane opened(String name) {
        return panes.computeIfAbsent(name, this::open);
    }

    private OpenPane open(String name) {
        PaneFactory factory = Objects.requireNonNull(factories.get(name), name);
        Pane pane = factory.open(context);
        pane.feed().seen(false);
        Objects.requireNonNull(tabs.get(name), name).follow(pane.header());
        if (pane.asksTheServer()) {
            pane.header().pollProperty().subscribe(poll -> poll.ifPresent(server::answered));
        }
        Optional<OverTimeStrip> overTime = overTime(pane);
        return new OpenPane(pane, overTime, body(factory, pane, overTime));
    }

    private Optional<OverTimeStrip> overTime(Pane pane) {
        List<OverTime> charts = pane.overTime();
        return charts.isEmpty() || !Recorder.suits(context.target())
                ? Optional.empty()
                : Optional.of(new OverTimeStrip(
                        charts,
                        past,
                        new OverTimeStrip.Hands(
                                context.clock(), task -> context.background("over-time", task), context.fx()::run)));
    }

    private Node body(PaneFactory factory, Pane pane, Optional<OverTimeStrip> overTime) {
        VBox body = new VBox(
                new HeaderBar(pane, overTime.map(OverTimeStrip::openProperty), deeds.apply(factory, pane)),
                new Banner(pane.header().troubleProperty()),
                new Banner(pane.header().hintProperty()));
        overTime.ifPresent(body.getChildren()::add);
        body.getChildren().add(pane.view());
        body.getStyleClass().add("workspace");
        VBox.setVgrow(pane.view(), Priority.ALWAYS);
        return body;
    }

    /** The pane at the front. */
    Optional<OpenPane> front() {
        return shown.get().map(panes::get);
    }

    /** What stands at the front: the pane's name. */
    ObjectProperty<Optional<String>> shownProperty() {
        return shown;
    }

    /** Told by the window whether this server is looked at. */
    void seen(boolean isSeen) {
        seen = isSeen;
        if (seen && shown.get().isEmpty() && !factories.isEmpty()) {
            show(factories.firstEntry().getKey());
        }
        front().ifPresent(pane -> pane.seen(isSeen));
    }

    @Override
    public void close() {
        panes.values().forEach(OpenPane::close);
        panes.clear();
    }
}
