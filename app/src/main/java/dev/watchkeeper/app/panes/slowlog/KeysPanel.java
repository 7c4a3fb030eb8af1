package dev.watchkeeper.app.panes.slowlog;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Choice;
import dev.watchkeeper.app.controls.EmptyState;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.table.Section;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.keys.BigKey;
import dev.watchkeeper.redis.keys.Budget;
import dev.watchkeeper.redis.keys.KeyGroup;
import dev.watchkeeper.redis.keys.KeySample;
import dev.watchkeeper.redis.keys.KeySampler;
import dev.watchkeeper.redis.resp.Blob;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The biggest keys, looked for when somebody asks, with how far one can trust what is said of the others. */
final class KeysPanel extends VBox {
    private final ComboBox<Long> many = new ComboBox<>();
    private final CheckBox replica = new CheckBox("On its replica");
    private final Button start;
    private final ProgressBar progress = new ProgressBar(0);
    private final Label far = new Label();
    private final Label honesty = new Label();
    private final Choice<String> shape;
    private final Section<String, KeyLine<KeyGroup>> groups;
    private final Section<Blob, KeyLine<BigKey>> keys;
    private final StackPane tables = new StackPane();
    private final Sampling sampling;
    private Optional<KeySample> shown = Optional.empty();

    KeysPanel(PaneContext context, Consumer<Optional<Detail>> chosen) {
        sampling = new Sampling(context, this::progress, this::done, this::idle);
        start = Buttons.plain("Sample…", this::startOrStop);
        start.setId("sample-keys");
        groups = new Section<>(
                "Patterns of keys",
                line -> line.of().pattern() + " " + line.of().type(),
                Tables.groups(),
                nothing(),
                line -> line.of().pattern() + " " + line.of().type(),
                line -> chosen.accept(line.map(DetailWords::ofGroup)));
        keys = new Section<>(
                "Largest keys",
                line -> line.of().name(),
                Tables.keys(),
                nothing(),
                line -> line.of().name().typed() + " " + line.of().type(),
                line -> chosen.accept(line.map(DetailWords::ofKey)));
        groups.table().sortBy(Tables.TAKE, true);
        keys.table().sortBy(Tables.TAKES, true);
        shape = new Choice<>(List.of("By pattern", "Largest keys"), title -> title, this::bring);
        getChildren().addAll(bar(), tables);
        VBox.setVgrow(tables, Priority.ALWAYS);
        bring("By pattern");
        idle();
    }

    private static EmptyState nothing() {
        return new EmptyState(
                "mdi2k-key-outline",
                Tone.NEUTRAL,
                "Nobody has looked yet",
                "Looking goes through some of the keys in small steps, and keeps one core of the server busy a quarter of"
                        + " the time at most. So it is done only when you ask for it.");
    }

    private HBox bar() {
        many.getItems().setAll(2_000L, 20_000L, 200_000L, 1_000_000L);
        many.setValue(Budget.USUAL.keys());
        many.setConverter(new KeyCountText());
        many.setAccessibleText("How many keys to look at");
        replica.setMnemonicParsing(false);
        honesty.getStyleClass().add("secondary");
        honesty.setMinWidth(0);
        far.getStyleClass().add("secondary");
        far.setMinWidth(Region.USE_PREF_SIZE);
        progress.setPrefWidth(140);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(10, shape, honesty, gap, progress, far, many, replica, start);
        replica.setMinWidth(Region.USE_PREF_SIZE);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("table-bar");
        return bar;
    }

    private void bring(String which) {
        tables.getChildren().setAll(which.equals("By pattern") ? groups.table() : keys.table());
    }

    /** Whether there is a replica that could be asked instead. */
    void hasReplica(Optional<String> address) {
        replica.setVisible(address.isPresent());
        replica.setManaged(address.isPresent());
        if (address.isEmpty()) {
            replica.setSelected(false);
        }
    }

    void filter(Predicate<String> filter) {
        groups.filter(filter);
        keys.filter(filter);
    }

    /** What was seen last; empty if nobody has looked. */
    Optional<KeySample> sample() {
        return shown;
    }

    void startOrStop() {
        if (sampling.isUnderWay()) {
            sampling.stop();
            return;
        }
        sampling.start(Budget.USUAL.withKeys(many.getValue()).withTime(Duration.ofMinutes(5)), replica.isSelected());
        start.setText("Stop");
        visible(progress, true);
        visible(far, true);
        progress.setProgress(0);
        far.setText("Begins…");
    }

    private void progress(KeySampler.Progress now) {
        if (sampling.isUnderWay()) {
            progress.setProgress(now.wanted() == 0 ? 1 : (double) now.looked() / now.wanted());
            far.setText(Sizes.count(now.looked()) + " of " + Sizes.count(now.wanted()));
        }
    }

    private void idle() {
        start.setText("Sample…");
        visible(progress, false);
        visible(far, false);
    }

    private void done(KeySample sample) {
        idle();
        shown = Optional.of(sample);
        honesty.setText(sample.honesty() + "; within " + Spans.words(sample.took()));
        honesty.setTooltip(new Tooltip(honesty.getText()));
        groups.nothing().show("There is no key", "In database " + sample.database() + " of " + sample.where() + ".");
        keys.nothing().show("There is no key", "In database " + sample.database() + " of " + sample.where() + ".");
        groups.show(sample.groups().stream()
                .map(group -> new KeyLine<>(group, sample.share(group.bytes()), sample.extrapolated(group)))
                .toList());
        keys.show(sample.largest().stream()
                .map(key -> new KeyLine<>(key, sample.share(key.bytes()), Optional.empty()))
                .toList());
    }

    private static void visible(Region region, boolean is) {
        region.setVisible(is);
        region.setManaged(is);
    }

    /** Stops what is under way. */
    void close() {
        sampling.stop();
    }
}
