package dev.watchkeeper.kernel.topology;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.fault.FaultException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that can be done to a node or a slot.
 *
 * @param name one word, as in the audit log: {@code pause-replay}
 * @param label for a button, in sentence case: {@code Pause replay…}
 * @param whyNot why it can't be done now; empty if it can
 * @param questions what has to be known first; may be empty
 * @param maker makes the action from the answers
 */
public record Offer(String name, String label, Optional<String> whyNot, List<Question> questions, Maker maker) {
    public Offer {
        questions = List.copyOf(questions);
    }

    /**
     * One thing to ask before.
     *
     * @param key of the answer
     * @param label in sentence case
     * @param usual what stands there at first; may be empty
     * @param choices if not empty, the answer is one of these
     */
    public record Question(String key, String label, String usual, List<String> choices) {
        public Question {
            choices = List.copyOf(choices);
        }
    }

    /** Makes the action; may ask the server for what its preview says. */
    @FunctionalInterface
    public interface Maker {
        /**
         * @param answers by the questions' keys
         * @throws FaultException BAD_INPUT if an answer makes no sense; else what the server said
         */
        Action make(Map<String, String> answers) throws FaultException;
    }
}
