package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.controls.BannerText;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.Poll;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.poll.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the header of a pane says. Lives on the FX thread. */
public final class PaneHeader {
    /**
     * When and how an answer came about.
     *
     * @param takenAt by the server's clock
     */
    public record Stamp(Instant takenAt, Cost cost, ServerVersion version) {}

    /**
     * The little number on a pane's tab.
     *
     * @param text short: {@code 412}
     */
    public record News(String text, Tone tone) {}

    private final String title;
    private final StringProperty sentence = new SimpleStringProperty("");
    private final ObjectProperty<Optional<News>> news = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Stamp>> stamp = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Poll<?>>> poll = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<BannerText>> trouble = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<BannerText>> hint = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Duration> interval = new SimpleObjectProperty<>(Duration.ofSeconds(2));
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final BooleanProperty ready = new SimpleBooleanProperty();

    /**
     * @param title in sentence case
     */
    public PaneHeader(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** What is the matter, in words and numbers: "412 sessions wait behind 3 root blockers". */
    public StringProperty sentenceProperty() {
        return sentence;
    }

    /** What the tab shows beside the title. */
    public ObjectProperty<Optional<News>> newsProperty() {
        return news;
    }

    /** Of the newest good answer. */
    public ObjectProperty<Optional<Stamp>> stampProperty() {
        return stamp;
    }

    /** The newest answer, good or not. */
    public ObjectProperty<Optional<Poll<?>>> pollProperty() {
        return poll;
    }

    /** Shown above the pane while the server doesn't answer as it should. Set by the feed. */
    public ObjectProperty<Optional<BannerText>> troubleProperty() {
        return trouble;
    }

    /** Shown above the pane: what the role can't see and the like. Set by the pane. */
    public ObjectProperty<Optional<BannerText>> hintProperty() {
        return hint;
    }

    public ObjectProperty<Duration> intervalProperty() {
        return interval;
    }

    public BooleanProperty pausedProperty() {
        return paused;
    }

    /** True as soon as real data stand on the screen (a pane that lays out at leisure sets it itself). */
    public BooleanProperty readyProperty() {
        return ready;
    }

    /** Takes note of an answer: stamp and trouble follow from it. */
    public void answered(Poll<?> answer) {
        poll.set(Optional.of(answer));
        trouble.set(BannerText.of(answer));
        if (answer instanceof Poll.Fresh<?> fresh) {
            Snapshot<?> snapshot = fresh.snapshot();
            stamp.set(Optional.of(new Stamp(snapshot.takenAt(), snapshot.cost(), snapshot.version())));
        }
    }
}
