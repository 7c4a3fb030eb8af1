package dev.watchkeeper.lab.story;

import java.util.List;

/**
 * What one session does in a story.
 *
 * @param before what it runs first, without waiting
 * @param last what comes after; of a waiter the first of these waits
 */
record Part(String user, String application, List<String> before, List<String> last) {
    /** Somebody with a single statement. */
    Part(String user, String application, String statement) {
        this(user, application, List.of(), List.of(statement));
    }
}
