package dev.watchkeeper.app.logview;

import dev.watchkeeper.app.controls.Banner;
import dev.watchkeeper.app.controls.BannerText;
import dev.watchkeeper.app.controls.Sentence;
import dev.watchkeeper.app.reports.LogSentences;
import dev.watchkeeper.app.serverlog.Gravity;
import dev.watchkeeper.app.serverlog.RawLog;
import dev.watchkeeper.app.serverlog.RawLogProbe;
import dev.watchkeeper.app.serverlog.RawView;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.kernel.log.LogReading;
import dev.watchkeeper.kernel.log.LogSource;
import dev.watchkeeper.kernel.poll.Poll;
import dev.watchkeeper.kernel.poll.Subscription;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A server's log, line by line, followed while somebody looks at it. Lives on the FX thread. */
public final class LinesPanel extends VBox implements LeafPanel {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final PaneContext context;
    private final LogSource source;
    private final RawLog log;
    private final LinesView view;
    private final Label place = new Label("Reading the server's log…");
    private final ObjectProperty<Optional<BannerText>> trouble = new SimpleObjectProperty<>(Optional.empty());
    private final Consumer<RawView> door;
    private final Consumer<Poll<LogReading>> answers;
    private Runnable onAnswer = () -> {};
    private @Nullable Subscription<LogReading> subscription;
    private boolean answered;
    private volatile boolean closed;

    /**
     * Asks nothing before it is seen.
     *
     * @param source this panel's own
     * @param judge says which lines matter
     */
    public LinesPanel(PaneContext context, LogSource source, Gravity.Judge judge) {
        super(10);
        this.context = context;
        this.source = source;
        view = new LinesView(context.fx()::later, judge);
        door = context.fx().latest(view::show);
        answers = context.fx().latest(this::arrived);
        log = new RawLog(door);
        place.getStyleClass().add("secondary");
        place.setId("log-lines-place");
        place.setMinWidth(0);
        VBox.setVgrow(view, Priority.ALWAYS);
        getChildren().addAll(new Banner(trouble), place, view);
    }

    @Override
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
            subscription =
                    context.poller().subscribe(new RawLogProbe(source, log, context.clock()), EVERY, this::heard);
        }
    }

    /** On the thread that reads. */
    private void heard(Poll<LogReading> poll) {
        boolean more = poll instanceof Poll.Fresh<LogReading> fresh
                && !fresh.snapshot().value().complete();
        door.accept(log.view());
        answers.accept(poll);
        if (more) {
            context.fx().run(this::refresh);
        }
    }

    private void arrived(Poll<LogReading> poll) {
        trouble.set(BannerText.of(poll));
        if (poll instanceof Poll.Fresh<LogReading> fresh) {
            LogReading reading = fresh.snapshot().value();
            place.setText(Sentence.begin("read from " + LogSentences.place(reading.place(), reading.notThere())));
            place.setTooltip(new Tooltip(place.getText()));
        } else if (!answered) {
            place.setText("");
        }
        answered = true;
        onAnswer.run();
    }

    @Override
    public void onAnswer(Runnable action) {
        onAnswer = action;
    }

    @Override
    public boolean hasAnswered() {
        return answered;
    }

    /** Leaves the others where they are, for what stands around it. */
    @Override
    public void filter(String text) {
        context.background("log-search", () -> door.accept(log.seek(text)));
    }

    @Override
    public void jump(boolean forward) {
        view.jump(forward);
    }

    /** Goes to the newest, and stays there. */
    public void toTheEnd() {
        view.toTheEnd();
    }

    @Override
    public void refresh() {
        if (subscription != null && !closed) {
            subscription.refreshNow();
        }
    }

    @Override
    public void close() {
        closed = true;
        if (subscription != null) {
            subscription.close();
        }
    }
}
