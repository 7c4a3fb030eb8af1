package dev.watchkeeper.app.controls.chart;

import dev.watchkeeper.history.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Which stretch of time charts show, and what was chosen on it: several charts may share one axis. While its right end
 * is now, it goes along with time. Lives on the FX thread.
 */
public final class TimeAxis {
    private static final Duration SHORTEST = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofDays(750);

    private final ZoneId zone;
    private final ReadOnlyObjectWrapper<Interval> visible;
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<Optional<Interval>> a = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Interval>> b = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<Interval>> draft = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Instant>> moment = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<Instant>> hand = new SimpleObjectProperty<>(Optional.empty());
    private Instant now;

    /**
     * @param zone in which its ticks are written
     * @param now its right end at first
     */
    public TimeAxis(ZoneId zone, Instant now, Lookback lookback) {
        this.zone = zone;
        this.now = now;
        this.visible = new ReadOnlyObjectWrapper<>(Interval.last(lookback.length(), now));
    }

    public ZoneId zone() {
        return zone;
    }

    /** What is shown. */
    public ReadOnlyObjectProperty<Interval> visibleProperty() {
        return visible.getReadOnlyProperty();
    }

    public Interval visible() {
        return visible.get();
    }

    /** Whether its right end is now. */
    public ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    /** The interval that was swept first. */
    public ReadOnlyObjectProperty<Optional<Interval>> aProperty() {
        return a.getReadOnlyProperty();
    }

    /** The interval that was swept second; empty if there is no first. */
    public ReadOnlyObjectProperty<Optional<Interval>> bProperty() {
        return b.getReadOnlyProperty();
    }

    /** The moment that was clicked at; empty if an interval was swept since. */
    public ReadOnlyObjectProperty<Optional<Instant>> momentProperty() {
        return moment.getReadOnlyProperty();
    }

    /** Where the pointer is, or where the keys have brought the hand. */
    public ObjectProperty<Optional<Instant>> handProperty() {
        return hand;
    }

    /** What is being swept just now. */
    ObjectProperty<Optional<Interval>> draftProperty() {
        return draft;
    }

    public Instant now() {
        return now;
    }

    /** Tells what time it is; what follows goes along. */
    public void now(Instant newNow) {
        now = newNow;
        if (following.get()) {
            visible.set(Interval.last(visible.get().length(), now));
        }
    }

    /** Shows the last stretch of this length. */
    public void last(Duration length) {
        following.set(true);
        visible.set(Interval.last(length, now));
    }

    /** Back to now, as long as before. */
    public void toNow() {
        last(visible.get().length());
    }

    /** Shows this stretch, as far as it isn't to come. */
    public void show(Interval interval) {
        Duration length = bounded(interval.length());
        Instant to = interval.from().plus(length);
        boolean reachesNow = !to.isBefore(now);
        following.set(reachesNow);
        visible.set(Interval.last(length, reachesNow ? now : to));
    }

    /**
     * Shows more or less.
     *
     * @param factor of the length; below 1 shows less
     * @param around stays where it is on the screen
     */
    public void zoom(double factor, Instant around) {
        Interval before = visible.get();
        Duration length = bounded(times(before.length(), factor));
        double share = (double) Duration.between(before.from(), around).toMillis()
                / Math.max(1, before.length().toMillis());
        Instant from = around.minus(times(length, share));
        show(new Interval(from, from.plus(length)));
    }

    /** Shows more or less: around now if it follows, else around the middle. */
    public void zoom(double factor) {
        Interval shown = visible.get();
        zoom(
                factor,
                following.get() ? shown.to() : shown.from().plus(shown.length().dividedBy(2)));
    }

    /**
     * Moves along.
     *
     * @param share of what is shown; to later times if positive
     */
    public void pan(double share) {
        Interval shown = visible.get();
        Duration far = times(shown.length(), share);
        show(new Interval(shown.from().plus(far), shown.to().plus(far)));
    }

    /** Moves along, as far as needed, until this moment can be seen. */
    public void reveal(Instant at) {
        Interval shown = visible.get();
        if (at.isBefore(shown.from())) {
            show(new Interval(at, at.plus(shown.length())));
        } else if (at.isAfter(shown.to())) {
            show(Interval.last(shown.length(), at));
        }
    }

    /** Chooses an interval: A, or B if there is an A alone. */
    public void choose(Interval interval) {
        draft.set(Optional.empty());
        moment.set(Optional.empty());
        if (a.get().isPresent() && b.get().isEmpty()) {
            b.set(Optional.of(interval));
        } else {
            b.set(Optional.empty());
            a.set(Optional.of(interval));
        }
    }

    /** Chooses a moment, instead of any interval. */
    public void choose(Instant chosen) {
        draft.set(Optional.empty());
        b.set(Optional.empty());
        a.set(Optional.empty());
        moment.set(Optional.of(chosen));
    }

    /** Chooses nothing. */
    public void clear() {
        draft.set(Optional.empty());
        b.set(Optional.empty());
        a.set(Optional.empty());
        moment.set(Optional.empty());
    }

    /** Whether anything was chosen. */
    public boolean isChosen() {
        return a.get().isPresent() || moment.get().isPresent();
    }

    private static Duration times(Duration length, double factor) {
        return Duration.ofMillis(Math.round(length.toMillis() * factor));
    }

    private static Duration bounded(Duration length) {
        return length.compareTo(SHORTEST) < 0 ? SHORTEST : length.compareTo(LONGEST) > 0 ? LONGEST : length;
    }
}
