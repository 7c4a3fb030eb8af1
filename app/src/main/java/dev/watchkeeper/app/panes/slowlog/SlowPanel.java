package dev.watchkeeper.app.panes.slowlog;

import dev.watchkeeper.app.controls.Choice;
import dev.watchkeeper.app.controls.Sentence;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.table.Section;
import dev.watchkeeper.app.reports.RedisQueriesDocument;
import dev.watchkeeper.app.reports.RedisQuerySentences;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.redis.slowlog.SlowEntry;
import dev.watchkeeper.redis.slowlog.SlowGroup;
import dev.watchkeeper.redis.slowlog.SlowLog;
import dev.watchkeeper.redis.slowlog.Told;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The slow commands: by shape, or each. */
final class SlowPanel extends VBox {
    /** Numbers begin anew after a restart, so the moment belongs to it. */
    private record Key(long id, long at) {}

    private final Choice<String> way;
    private final Hint hint = new Hint();
    private final Section<String, SlowGroup> shapes;
    private final Section<Key, SlowEntry> entries;
    private final StackPane tables = new StackPane();
    private final Runnable change;

    /** @param change asks for another threshold */
    SlowPanel(Consumer<Optional<Detail>> chosen, Runnable change) {
        this.change = change;
        shapes = new Section<>(
                "Slow commands by shape",
                SlowGroup::shape,
                Tables.shapes(),
                Section.empty("mdi2c-check-circle-outline", "Nothing was slow", "Of what the slow log keeps."),
                SlowGroup::shape,
                group -> chosen.accept(group.map(DetailWords::of)));
        entries = new Section<>(
                "Slow commands",
                entry -> new Key(entry.id(), entry.at().getEpochSecond()),
                Tables.entries(),
                Section.empty("mdi2c-check-circle-outline", "Nothing was slow", "Of what the slow log keeps."),
                entry -> entry.typed() + " " + entry.address() + " " + entry.client(),
                entry -> chosen.accept(entry.map(DetailWords::of)));
        shapes.table().sortBy(Tables.IN_ALL, true);
        entries.table().sortBy(Tables.AT, true);
        way = new Choice<>(List.of("By shape", "Each"), title -> title, this::bring);
        HBox.setHgrow(hint, Priority.ALWAYS);
        HBox bar = new HBox(10, way, hint);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("table-bar");
        VBox.setVgrow(tables, Priority.ALWAYS);
        getChildren().addAll(bar, tables);
        bring("By shape");
    }

    private void bring(String which) {
        tables.getChildren().setAll(which.equals("Each") ? entries.table() : shapes.table());
    }

    void filter(Predicate<String> filter) {
        shapes.filter(filter);
        entries.filter(filter);
    }

    void show(Told<SlowLog> told) {
        told.refusal().ifPresent(this::refused);
        told.value().ifPresent(this::show);
    }

    private void refused(Fault why) {
        hint.show(why.sentence(), Tone.AMBER, Optional.empty());
        shapes.nothing().show("The slow log can't be read", why.sentence());
        entries.nothing().show("The slow log can't be read", why.sentence());
    }

    private void show(SlowLog log) {
        Optional<Hint.Deed> deed = Optional.of(new Hint.Deed(log.isOff() ? "Turn on…" : "Change…", change));
        String missed = log.missed() == 0
                ? ""
                : "; " + Sizes.of(log.missed(), "entry", "entries") + " came and went between two looks";
        String marked = log.interruption()
                .map(one -> "; " + RedisQuerySentences.words(one))
                .orElse("");
        hint.show(
                log.isOff()
                        ? "The slow log is off: nothing is kept"
                        : Sentence.begin(RedisQueriesDocument.threshold(log)) + missed + marked,
                log.isOff() || log.missed() > 0 ? Tone.AMBER : Tone.NEUTRAL,
                deed);
        shapes.show(SlowGroup.of(log.entries()));
        entries.show(log.entries());
    }
}
