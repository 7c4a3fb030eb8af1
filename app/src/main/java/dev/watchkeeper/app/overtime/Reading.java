package dev.watchkeeper.app.overtime;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads one thing at a time, elsewhere: what is asked meanwhile waits, and the newest question alone. Lives on the FX
 * thread.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
final class Reading<Q, A> {
    private final Function<Q, A> reader;
    private final Consumer<A> show;
    private final Consumer<Runnable> background;
    private final Consumer<Runnable> fx;
    private volatile boolean ended;
    private boolean reads;
    private Optional<Q> next = Optional.empty();

    /**
     * @param reader blocks; called by one thread at a time
     * @param show called on the FX thread
     * @param background runs things elsewhere
     * @param fx runs things on the FX thread
     */
    Reading(Function<Q, A> reader, Consumer<A> show, Consumer<Runnable> background, Consumer<Runnable> fx) {
        this.reader = reader;
        this.show = show;
        this.background = background;
        this.fx = fx;
    }

    void ask(Q question) {
        if (reads) {
            next = Optional.of(question);
        } else {
            reads = true;
            background.accept(() -> read(question));
        }
    }

    /** Forgets what was not begun yet. */
    void stop() {
        next = Optional.empty();
    }

    /** Nothing is shown any more; what is being read may find its source closed. */
    void end() {
        ended = true;
        stop();
    }

    private void read(Q question) {
        Runnable afterwards = () -> {};
        try {
            A answer = reader.apply(question);
            afterwards = () -> show.accept(answer);
        } catch (RuntimeException e) {
            if (!ended) {
                throw e;
            }
        } finally {
            Runnable last = afterwards;
            fx.accept(() -> done(last));
        }
    }

    private void done(Runnable shows) {
        reads = false;
        Optional<Q> waiting = next;
        next = Optional.empty();
        if (!ended) {
            waiting.ifPresent(this::ask);
            shows.run();
        }
    }
}
