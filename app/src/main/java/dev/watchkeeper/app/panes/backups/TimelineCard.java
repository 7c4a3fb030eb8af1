package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.chart.Lookback;
import dev.watchkeeper.app.controls.chart.TimeAxis;
import dev.watchkeeper.app.panes.backups.picture.Lineage;
import dev.watchkeeper.app.panes.backups.picture.Route;
import dev.watchkeeper.app.panes.backups.picture.RouteWords;
import dev.watchkeeper.app.panes.backups.picture.Routes;
import dev.watchkeeper.app.panes.backups.timeline.RangeBar;
import dev.watchkeeper.app.panes.backups.timeline.RecoveryChart;
import dev.watchkeeper.backup.Backup;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The recovery timeline, and what is to be said of the moment that was chosen on it. Lives on the FX thread. */
final class TimelineCard {
    private static final String HINT =
            "Click a moment, or go there with the arrow keys, to see what it takes to get back";

    private final TimeAxis axis;
    private final RecoveryChart chart;
    private final RangeBar ranges;
    private final Label reach = new Label();
    private final FontIcon icon = new FontIcon("mdi2c-cursor-default-click-outline");
    private final Label headline = new Label(HINT);
    private final Label detail = new Label();
    private final HBox readout = new HBox(8, icon, headline, detail);
    private final Card card;
    private final SimpleBooleanProperty choosing = new SimpleBooleanProperty();
    private @Nullable BackupsScene shown;
    private Optional<Backup> selected = Optional.empty();
    private Tone tone = Tone.NEUTRAL;

    /** @param pick gets the backup whose mark was clicked at */
    TimelineCard(ZoneId zone, Instant now, Consumer<Backup> pick) {
        axis = new TimeAxis(zone, now, Lookback.WEEK);
        chart = new RecoveryChart(axis);
        ranges = new RangeBar(axis);
        chart.onPick(pick);
        axis.momentProperty().addListener((property, before, at) -> tell());
        reach.getStyleClass().add("secondary");
        reach.setMinWidth(40);
        headline.setMinWidth(Region.USE_PREF_SIZE);
        detail.getStyleClass().add("secondary");
        detail.setWrapText(true);
        detail.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(detail, Priority.ALWAYS);
        readout.setAlignment(Pos.CENTER_LEFT);
        readout.getStyleClass().addAll("readout", tone.styleClass());
        icon.getStyleClass().add("toned-icon");
        HBox right = new HBox(12, reach, ranges);
        right.setAlignment(Pos.CENTER_RIGHT);
        card = Card.titled("Recovery timeline", right, chart, readout);
        card.getChildren().getFirst().getStyleClass().add("timeline-head");
        VBox.setVgrow(chart, Priority.NEVER);
        card.setMinHeight(Region.USE_PREF_SIZE);
    }

    Card node() {
        return card;
    }

    void show(BackupsScene scene) {
        shown = scene;
        Routes routes = scene.routes();
        chart.show(
                scene.lanes(),
                scene.promotions(),
                routes.landmarks().stream().map(Route.Near::at).distinct().toList());
        Optional<Instant> first = scene.lanes().stream()
                .flatMap(lane -> Stream.concat(
                        lane.marks().stream().map(mark -> mark.from()),
                        lane.bars().stream().map(bar -> bar.from())))
                .min(Instant::compareTo);
        ranges.known(scene.at(), first);
        reach.setText(reach(scene));
        tell();
    }

    private static String reach(BackupsScene scene) {
        Optional<Instant> from = scene.routes().earliest();
        Optional<Instant> to = scene.routes().latest();
        if (from.isEmpty() || to.isEmpty()) {
            return "";
        }
        return from.equals(to)
                ? "only " + scene.times().second(from.get())
                : "earliest " + scene.times().minute(from.get()) + " · latest "
                        + scene.times().second(to.get());
    }

    /** The backup that is selected elsewhere is pointed out here. */
    void selected(Optional<Backup> backup) {
        selected = backup;
        tell();
    }

    private void tell() {
        BackupsScene scene = shown;
        Optional<Instant> at = axis.momentProperty().get();
        choosing.set(at.isPresent());
        if (scene == null || at.isEmpty()) {
            say(Tone.NEUTRAL, "mdi2c-cursor-default-click-outline", HINT, "");
            headline.getStyleClass().setAll("label", "secondary");
            chart.setAccessibleText("Recovery timeline: no moment is chosen");
            chart.pointOut(selected.map(one -> Set.of(Lineage.Key.of(one))).orElse(Set.of()));
            return;
        }
        Route route = scene.routes().to(at.get());
        boolean had = route instanceof Route.Had;
        String words = RouteWords.headline(route, scene.times());
        say(
                had ? Tone.GREEN : Tone.RED,
                had ? "mdi2c-check-circle-outline" : "mdi2a-alert-circle-outline",
                words,
                RouteWords.detail(route, scene.times()));
        headline.getStyleClass().setAll("label", "medium", "toned");
        chart.setAccessibleText("Recovery timeline: " + words + ". " + detail.getText());
        Set<Lineage.Key> out = new HashSet<>();
        selected.map(Lineage.Key::of).ifPresent(out::add);
        chain(route).forEach(backup -> out.add(Lineage.Key.of(backup)));
        chart.pointOut(out);
    }

    private static List<Backup> chain(Route route) {
        return switch (route) {
            case Route.Had way -> way.chain();
            case Route.Lost lost -> List.of();
        };
    }

    private void say(Tone newTone, String picture, String words, String more) {
        newTone.insteadOf(tone, readout);
        tone = newTone;
        icon.setIconLiteral(picture);
        headline.setText(words);
        detail.setText(more);
    }

    /** Whether a moment is chosen. */
    ObservableBooleanValue choosingProperty() {
        return choosing;
    }

    void unchoose() {
        axis.clear();
    }

    void range(RangeBar.Range range) {
        ranges.choose(range);
    }

    /** Puts the keyboard onto it. */
    void focus() {
        chart.requestFocus();
    }

    /** Chooses the last moment that can be had. */
    void latest() {
        choose(shown == null ? Optional.empty() : shown.routes().latest());
    }

    /** Chooses the first one. */
    void earliest() {
        choose(shown == null ? Optional.empty() : shown.routes().earliest());
    }

    /** Chooses what was changed last before something went missing; nothing if nothing is missing. */
    void gap() {
        choose(
                shown == null
                        ? Optional.empty()
                        : shown.catalog().archives().stream()
                                .flatMap(archive -> archive.gaps().stream())
                                .flatMap(gap -> gap.after().or(gap::before).stream())
                                .max(Instant::compareTo)
                                .map(at -> at.plusSeconds(1)));
    }

    private void choose(Optional<Instant> moment) {
        moment.ifPresent(at -> {
            axis.reveal(at);
            axis.choose(at);
            chart.requestFocus();
        });
    }

    /** Which backups are used to get to the chosen moment, the last one first. */
    List<Backup> used() {
        BackupsScene scene = shown;
        Optional<Instant> at = axis.momentProperty().get();
        return scene == null || at.isEmpty()
                ? List.of()
                : chain(scene.routes().to(at.get())).reversed();
    }
}
