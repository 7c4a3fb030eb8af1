package dev.watchkeeper.app.panes.slowlog.log;

import dev.watchkeeper.app.controls.Banner;
import dev.watchkeeper.app.controls.BannerText;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.Choice;
import dev.watchkeeper.app.controls.EmptyState;
import dev.watchkeeper.app.controls.Sentence;
import dev.watchkeeper.app.controls.SqlView;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.table.Section;
import dev.watchkeeper.app.reports.RedisLogWords;
import dev.watchkeeper.app.serverlog.LogWays;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.poll.Poll;
import dev.watchkeeper.kernel.poll.Subscription;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.redis.serverlog.LogGroup;
import dev.watchkeeper.redis.serverlog.ServerLog;
import dev.watchkeeper.redis.serverlog.ServerLogProbe;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a Redis wrote into its log, by what it says, warnings first. Asks only while it is seen. Lives on the FX thread. */
public final class LogPanel extends VBox implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Reach FIRST = Reach.DAY;

    private final PaneContext context;
    private final Label sentence = new Label("Reading the server's log…");
    private final Label place = new Label();
    private final Choice<Pick> picks = new Choice<>(List.of(Pick.values()), Pick::title, this::pick);
    private final EmptyState nothing =
            new EmptyState("mdi2t-text-box-search-outline", Tone.NEUTRAL, "Reading the server's log…", "");
    private final Section<List<Object>, LogGroup> section;
    private final SqlView whole = new SqlView();
    private final ObjectProperty<Optional<BannerText>> trouble = new SimpleObjectProperty<>(Optional.empty());
    private final Consumer<Poll<ServerLog>> door;
    private Optional<ServerLog> shown = Optional.empty();
    private Reach reach = FIRST;
    private Pick pick = Pick.ALL;
    private @Nullable ServerLogProbe probe;
    private @Nullable Subscription<ServerLog> subscription;
    private boolean closed;

    /** @param context of the pane that shows it */
    public LogPanel(PaneContext context) {
        super(10);
        this.context = context;
        door = context.fx().latest(this::arrived);
        section = new Section<>(
                "What the server's log says",
                group -> List.of(group.level(), group.shape()),
                Columns.all(),
                nothing,
                group -> group.level().word() + " " + group.newest().message(),
                this::choose);
        section.table().sortBy(Columns.LEVEL, false);
        whole.setMaxLines(8);
        there(whole, false);
        for (Pick one : Pick.values()) {
            picks.tone(one, one.tone());
            picks.offer(one, one == Pick.ALL);
        }
        VBox.setVgrow(section.table(), Priority.ALWAYS);
        Card card = new Card(section.table());
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().addAll(new Banner(trouble), head(), picks, card, whole);
    }

    private HBox head() {
        sentence.setId("redis-log-sentence");
        sentence.setWrapText(true);
        place.getStyleClass().add("secondary");
        VBox words = new VBox(2, sentence, place);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Choice<Reach> reaches = new Choice<>(List.of(Reach.values()), Reach::title, this::reach);
        reaches.press(FIRST);
        HBox head = new HBox(12, words, reaches);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(Region.USE_PREF_SIZE);
        return head;
    }

    /** Told by who shows it: while nobody looks, nothing is asked. */
    public void seen(boolean seen) {
        if (closed) {
            return;
        }
        if (subscription != null) {
            subscription.pause(!seen);
            if (seen) {
                subscription.refreshNow();
            }
        } else if (seen) {
            ServerLogProbe asked =
                    new ServerLogProbe(context.redis(), LogWays.of(context.redis(), context.hosts()), reach.length());
            probe = asked;
            subscription = context.poller().subscribe(asked, EVERY, door);
        }
    }

    /** Asks at once, if it was ever seen. */
    public void refresh() {
        if (subscription != null) {
            subscription.refreshNow();
        }
    }

    /** Narrows the table. */
    public void filter(Predicate<String> lets) {
        section.filter(lets);
    }

    private void reach(Reach chosen) {
        reach = chosen;
        if (probe != null) {
            probe.window(chosen.length());
        }
        refresh();
    }

    private void pick(Pick chosen) {
        pick = chosen;
        section.change(rows());
    }

    private List<LogGroup> rows() {
        return shown.map(ServerLog::groups).orElse(List.of()).stream()
                .filter(group -> pick.lets(group.level()))
                .toList();
    }

    private void choose(Optional<LogGroup> group) {
        group.ifPresent(one -> whole.setText(one.newest().message()));
        there(whole, group.isPresent());
    }

    private static void there(Region region, boolean is) {
        region.setVisible(is);
        region.setManaged(is);
    }

    private void arrived(Poll<ServerLog> poll) {
        switch (poll) {
            case Poll.Fresh<ServerLog> fresh -> {
                trouble.set(Optional.empty());
                show(fresh.snapshot().value());
            }
            case Poll.Unavailable<ServerLog> unavailable -> refuse(unavailable.fault());
            case Poll.Failed<ServerLog> failed -> {
                trouble.set(BannerText.of(poll));
                if (shown.isEmpty()) {
                    refuse(failed.fault());
                }
            }
        }
    }

    private void refuse(Fault fault) {
        sentence.setText("The server's log can't be read from here");
        place.setText("");
        nothing.show("The server's log can't be read from here", Sentence.begin(fault.sentence()));
        section.show(List.of());
    }

    private void show(ServerLog log) {
        shown = Optional.of(log);
        sentence.setText(Sentence.begin(RedisLogWords.sentence(log)));
        place.setText(Sentence.begin("read from " + RedisLogWords.place(log)));
        place.setTooltip(new Tooltip(place.getText()));
        for (Pick one : Pick.values()) {
            long count = log.entries().stream()
                    .filter(entry -> one.lets(entry.level()))
                    .count();
            picks.title(one, one.title() + (count == 0 ? "" : " " + Sizes.count(count)));
            picks.offer(one, count > 0 || one == Pick.ALL || one == pick);
        }
        nothing.show("The log tells of nothing in " + reach.words(), "What is logged, loglevel decides.");
        section.show(rows());
    }

    @Override
    public void close() {
        closed = true;
        if (subscription != null) {
            subscription.close();
        }
    }
}
