package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.result.PackedPage;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.console.Answer;
import dev.watchkeeper.postgres.console.Notice;
import dev.watchkeeper.postgres.console.Request;
import dev.watchkeeper.postgres.describe.Description;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens while statements are run, in this order. */
sealed interface Event {
    /**
     * A statement is sent.
     *
     * @param number from 1
     * @param of how many
     */
    record Begun(Request request, int number, int of) implements Event {}

    /** The server says something on the way. */
    record Said(List<Notice> notices) implements Event {
        public Said {
            notices = List.copyOf(notices);
        }
    }

    /**
     * A statement has come to something.
     *
     * @param page the first rows; null if its result has no columns
     * @param last whether these are all
     */
    record Came(Request request, Answer answer, @Nullable PackedPage page, boolean last) implements Event {}

    /** A command in the manner of psql was answered. */
    record Described(Request request, List<Description> descriptions, Duration took) implements Event {
        public Described {
            descriptions = List.copyOf(descriptions);
        }
    }

    /** A statement has come to nothing; those behind it are not run. */
    record Failed(Request request, FaultException why, Duration took) implements Event {}

    /**
     * It is over.
     *
     * @param ran how many statements came to something
     * @param of how many there were
     */
    record Ended(int ran, int of, Duration took) implements Event {}
}
