package dev.watchkeeper.app.controls.sql;

import java.util.List;
import java.util.function.Consumer;

/** Knows what may stand at a place. */
@FunctionalInterface
public interface Completer {
    /**
     * What could be written at the caret.
     *
     * @param answer gets it on the FX thread, soon; not called if nothing is known
     */
    void complete(String text, int caret, Consumer<Proposals> answer);

    /** Knows nothing. */
    static Completer none() {
        return (text, caret, answer) -> {};
    }

    /**
     * An answer.
     *
     * @param from what stands from here up to the caret is replaced
     * @param list the best first
     */
    record Proposals(int from, List<Proposal> list) {
        public Proposals {
            list = List.copyOf(list);
        }
    }

    /**
     * One thing that could be written.
     *
     * @param text what is written
     * @param kind what it is, in a word: {@code table}, {@code column}
     * @param detail more about it, in few words: its type, where it is from; may be empty
     */
    record Proposal(String text, String kind, String detail) {}
}
