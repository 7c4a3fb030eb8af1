package dev.watchkeeper.app.logview;

/** What of a log a leaf of a pane shows; asks only while somebody looks. Lives on the FX thread. */
public interface LeafPanel extends AutoCloseable {
    /** Told by who shows it: while nobody looks, nothing is asked. */
    void seen(boolean seen);

    /** Called whenever the log was read, or could not be. */
    void onAnswer(Runnable action);

    /** Whether it shows what was read, or why nothing was. */
    boolean hasAnswered();

    /** Shows what has this text; empty: all. */
    void filter(String text);

    /** To the next place that has it, or to the one before; nothing where all others are left out. */
    default void jump(boolean forward) {}

    /** Asks at once, if it was ever seen. */
    void refresh();

    @Override
    void close();
}
