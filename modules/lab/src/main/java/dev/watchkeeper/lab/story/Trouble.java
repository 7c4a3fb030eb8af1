package dev.watchkeeper.lab.story;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps stories told: what somebody ended is staged again some time later, so that a demo stays worth watching. */
public final class Trouble implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Trouble.class.getName());
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final List<Story> stories;
    private final Duration quiet;
    private final InstantSource clock;
    private final Map<Story, Instant> endedAt = new HashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);

    private Trouble(List<Story> stories, Duration quiet, InstantSource clock) {
        this.stories = stories;
        this.quiet = quiet;
        this.clock = clock;
    }

    /**
     * Stages the stories, and returns when all stand.
     *
     * @param quiet how long a story that was ended stays untold
     */
    public static Trouble start(List<Story> stories, Duration quiet) throws SQLException, IOException {
        Trouble trouble = new Trouble(stories, quiet, InstantSource.system());
        for (Story story : stories) {
            story.stage();
        }
        Thread.ofVirtual().name("trouble").start(trouble::keep);
        return trouble;
    }

    private void keep() {
        try {
            while (!end.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                stories.forEach(this::look);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Story story) {
        try {
            if (story.stands()) {
                endedAt.remove(story);
            } else if (!endedAt.computeIfAbsent(story, s -> clock.instant())
                    .plus(quiet)
                    .isAfter(clock.instant())) {
                story.stage();
                endedAt.remove(story);
            }
        } catch (SQLException | IOException e) {
            LOG.log(Level.FINE, story.name() + " can't be told now", e);
        }
    }

    /** Ends all stories. */
    @Override
    public void close() {
        end.countDown();
        stories.parallelStream().forEach(Story::close);
    }
}
