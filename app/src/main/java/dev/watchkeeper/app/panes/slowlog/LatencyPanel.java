package dev.watchkeeper.app.panes.slowlog;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.table.Section;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.slowlog.Latency;
import dev.watchkeeper.redis.slowlog.LatencyEvent;
import dev.watchkeeper.redis.slowlog.Told;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What held the server up, if it is told to note that. */
final class LatencyPanel extends VBox {
    private final Hint hint = new Hint();
    private final Section<String, LatencyEvent> events;
    private final Runnable change;

    /**
     * @param change asks for another threshold
     * @param doctor asks Redis what it makes of it
     */
    LatencyPanel(Consumer<Optional<Detail>> chosen, Runnable change, Runnable doctor) {
        this.change = change;
        events = new Section<>(
                "Latency events",
                LatencyEvent::name,
                Tables.events(),
                Section.empty("mdi2c-check-circle-outline", "Nothing held the server up", "Since it notes that."),
                event -> event.name() + " " + event.words(),
                event -> chosen.accept(event.map(DetailWords::of)));
        events.table().sortBy(Tables.LAST, true);
        HBox.setHgrow(hint, Priority.ALWAYS);
        HBox bar = new HBox(10, hint, Buttons.plain("Ask Redis (LATENCY DOCTOR)", doctor));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("table-bar");
        VBox.setVgrow(events.table(), Priority.ALWAYS);
        getChildren().addAll(bar, events.table());
    }

    void filter(Predicate<String> filter) {
        events.filter(filter);
    }

    void show(Told<Latency> told) {
        told.refusal().ifPresent(why -> {
            hint.show(why.sentence(), Tone.AMBER, Optional.empty());
            events.nothing().show("Latency events can't be read", why.sentence());
        });
        told.value().ifPresent(this::show);
    }

    private void show(Latency latency) {
        Optional<Hint.Deed> deed = Optional.of(new Hint.Deed(latency.isOff() ? "Turn on…" : "Change…", change));
        if (latency.isOff()) {
            hint.show("The latency monitor is off (latency-monitor-threshold 0): nothing is noted", Tone.AMBER, deed);
            events.nothing()
                    .show(
                            "The latency monitor is off",
                            "Turned on, it notes forks, slow disks, expiry and the"
                                    + " like that hold the server up. It costs next to nothing.");
        } else {
            String from = latency.threshold()
                    .map(span -> "What holds the server up for " + Spans.words(span) + " or longer is noted")
                    .orElse("From which time on it is noted, this user may not ask");
            hint.show(from, Tone.NEUTRAL, deed);
            events.nothing().show("Nothing held the server up", "For so long, since it notes that.");
        }
        events.show(latency.events());
    }
}
