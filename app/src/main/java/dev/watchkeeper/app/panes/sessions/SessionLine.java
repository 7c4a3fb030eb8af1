package dev.watchkeeper.app.panes.sessions;

import dev.watchkeeper.app.hosts.HostView.ProcessUse;
import dev.watchkeeper.postgres.sessions.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One line of the table. */
sealed interface SessionLine {
    /** Tells lines apart for good. */
    Object key();

    /** The heading of a group. */
    record Band(String name, int sessions, int waiting) implements SessionLine {
        @Override
        public Object key() {
            return "group " + name;
        }
    }

    /**
     * A session as it was at one moment.
     *
     * @param blocks sessions that it holds back, directly or behind others
     * @param workers parallel workers that are folded into it
     * @param statement in one line, cut where nobody reads on
     * @param use what its process takes of the host; null if that is not known
     */
    record One(
            Session session,
            Instant now,
            int blocks,
            int workers,
            String statement,
            @Nullable ProcessUse use) implements SessionLine {
        private static final int LONG_ENOUGH = 300;

        static One of(Session session, Instant now, int blocks, int workers, @Nullable ProcessUse use) {
            return new One(session, now, blocks, workers, oneLine(session), use);
        }

        private static String oneLine(Session session) {
            if (session.hidden()) {
                return "not to be seen without pg_read_all_stats";
            }
            String query = session.query();
            String start = query.length() > 4 * LONG_ENOUGH ? query.substring(0, 4 * LONG_ENOUGH) : query;
            String line = start.strip().replaceAll("\\s+", " ");
            return line.length() > LONG_ENOUGH ? line.substring(0, LONG_ENOUGH) + "…" : line;
        }

        @Override
        public Object key() {
            return session.id();
        }

        @Nullable
        Duration xactAge() {
            return session.xactAge(now);
        }

        /** Of the statement that runs, or that the transaction waits after; null for an idle session. */
        @Nullable
        Duration queryAge() {
            return StateGroup.of(session) == StateGroup.IDLE ? null : session.queryAge(now);
        }

        /** Whether any of its columns has this text in it. */
        boolean has(String lowerCaseText) {
            return hasIt(Integer.toString(session.pid()), lowerCaseText)
                    || hasIt(session.query(), lowerCaseText)
                    || hasIt(session.user(), lowerCaseText)
                    || hasIt(session.application(), lowerCaseText)
                    || hasIt(session.client(), lowerCaseText)
                    || hasIt(session.database(), lowerCaseText)
                    || hasIt(session.state().label(), lowerCaseText)
                    || hasIt(session.waits(), lowerCaseText)
                    || hasIt(Objects.toString(session.queryId(), null), lowerCaseText)
                    || hasIt(session.backendType(), lowerCaseText);
        }

        private static boolean hasIt(@Nullable String column, String text) {
            return column != null && column.toLowerCase(Locale.ROOT).contains(text);
        }
    }
}
