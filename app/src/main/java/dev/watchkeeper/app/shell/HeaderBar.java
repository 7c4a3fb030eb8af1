package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The same above every pane: what is the matter, when it was seen and what it cost, and what one can do with the view. */
final class HeaderBar extends HBox {
    private static final String STAMP_HELP =
            "Taken by the server's clock · time the server worked · what came over · pace\n"
                    + "Right-click, + or − change the pace; F5 asks now";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** From here on nobody reads milliseconds. */
    private static final double SLOW = 1000;

    /** In a narrower one the sentence needs the room more than the stamp's details do; its tooltip has them. */
    private static final double WIDE = 900;

    /** What the buttons do. */
    interface Deeds {
        void showSql();

        void export(ExportFormat format);
    }

    /** @param overTime whether the numbers' past is shown; empty if nothing is kept of them */
    HeaderBar(Pane pane, Optional<BooleanProperty> overTime, Deeds deeds) {
        getStyleClass().add("header-bar");
        PaneHeader header = pane.header();
        Label title = new Label(header.title());
        title.getStyleClass().add("pane-title");
        title.setMinWidth(USE_PREF_SIZE);
        Label sentence = new Label();
        sentence.getStyleClass().add("sentence");
        sentence.textProperty().bind(header.sentenceProperty());
        sentence.setTooltip(new Tooltip());
        sentence.getTooltip().textProperty().bind(sentence.textProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(title, sentence, gap);
        boolean asks = pane.feed().asks();
        if (asks) {
            getChildren().addAll(stamp(pane, widthProperty()), pause(pane));
        }
        overTime.ifPresent(open -> getChildren().add(Buttons.toggle("Over time", OpenPane.OVER_TIME_KEY, open)));
        if (pane.hasFilter()) {
            getChildren().add(Buttons.plain("Filter", pane::focusFilter));
        }
        if (asks && pane.asksTheServer()) {
            getChildren().add(Buttons.plain("Show SQL", deeds::showSql));
        }
        if (pane.exports()) {
            getChildren().add(exportMenu(deeds));
        }
    }

    private static Label stamp(Pane pane, ReadOnlyDoubleProperty width) {
        PaneHeader header = pane.header();
        Label stamp = new Label();
        stamp.getStyleClass().add("secondary");
        stamp.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> stampText(header, width.get() >= WIDE),
                        width,
                        header.stampProperty(),
                        header.intervalProperty(),
                        header.pausedProperty()));
        stamp.setTooltip(new Tooltip());
        stamp.getTooltip()
                .textProperty()
                .bind(header.stampProperty().map(now -> stampText(header, true) + "\n" + STAMP_HELP));
        stamp.setContextMenu(paces(pane));
        stamp.setMinWidth(Region.USE_PREF_SIZE);
        return stamp;
    }

    private static String stampText(PaneHeader header, boolean details) {
        String pace = header.pausedProperty().get()
                ? "paused"
                : "every " + pace(header.intervalProperty().get());
        return header.stampProperty()
                .get()
                .map(stamp -> (details ? "taken " : "")
                        + TIME.format(stamp.takenAt().atZone(ZoneId.systemDefault()))
                        + (details ? cost(stamp.cost()) : "") + " · " + pace)
                .orElse(pace);
    }

    private static String cost(Cost cost) {
        String time = cost.serverMillis() < SLOW
                ? String.format(Locale.ROOT, " · %.1f ms", cost.serverMillis())
                : " · " + Spans.words(Duration.ofMillis(Math.round(cost.serverMillis())));
        return time + (cost.bytes() == 0 ? "" : " · " + Sizes.bytes(cost.bytes()));
    }

    private static String pace(Duration interval) {
        return interval.toMillis() % 1000 == 0 && interval.toSeconds() < 60
                ? interval.toSeconds() + " s"
                : Spans.words(interval);
    }

    private static ContextMenu paces(Pane pane) {
        ContextMenu menu = new ContextMenu();
        for (Duration interval : Paces.ALL) {
            MenuItem item = new MenuItem("Every " + pace(interval));
            item.setOnAction(event -> pane.feed().intervalProperty().set(interval));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static Button pause(Pane pane) {
        Button button = Buttons.withKey(
                "Pause",
                "Space",
                () -> pane.feed()
                        .pausedProperty()
                        .set(!pane.feed().pausedProperty().get()));
        button.textProperty().bind(pane.feed().pausedProperty().map(paused -> paused ? "Resume" : "Pause"));
        return button;
    }

    private static MenuButton exportMenu(Deeds deeds) {
        MenuButton menu = new MenuButton("Export");
        for (ExportFormat format : ExportFormat.values()) {
            MenuItem item = new MenuItem(format.title());
            item.setOnAction(event -> deeds.export(format));
            menu.getItems().add(item);
        }
        menu.setMinWidth(Region.USE_PREF_SIZE);
        return menu;
    }
}
