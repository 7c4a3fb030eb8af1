package dev.watchkeeper.app.panes.backups.deeds;

import dev.watchkeeper.app.panes.backups.BackupDeeds;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.hosts.jobs.Job;
import dev.watchkeeper.hosts.jobs.JobState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Looks for the server's jobs again and again: often while one runs, seldom else. */
final class JobWatches {
    private static final Duration OFTEN = Duration.ofSeconds(2);
    private static final Duration SELDOM = Duration.ofSeconds(20);

    private final PaneContext context;
    private final LinkedBlockingQueue<Boolean> wishes = new LinkedBlockingQueue<>();

    JobWatches(PaneContext context) {
        this.context = context;
    }

    /** Something was begun or ended. Any thread. */
    void lookNow() {
        wishes.add(true);
    }

    BackupDeeds.Watch watch(Consumer<List<BackupDeeds.Job>> listener) {
        AtomicBoolean over = new AtomicBoolean();
        Consumer<List<BackupDeeds.Job>> door = context.fx().latest(jobs -> {
            if (!over.get()) {
                listener.accept(jobs);
            }
        });
        context.background("jobs", () -> look(over, door));
        return () -> {
            over.set(true);
            lookNow();
        };
    }

    private void look(AtomicBoolean over, Consumer<List<BackupDeeds.Job>> door) {
        List<BackupDeeds.Job> before = List.of();
        try {
            while (!over.get()) {
                List<Job> found = context.jobs().look().jobs().stream()
                        .filter(job -> job.about().equals(context.target().name()))
                        .toList();
                List<BackupDeeds.Job> now = found.stream()
                        .map(job -> JobWords.of(job, context.clock().instant()))
                        .toList();
                if (!now.equals(before)) {
                    door.accept(now);
                    before = now;
                }
                boolean runs = found.stream().anyMatch(job -> job.state() == JobState.RUNNING);
                wishes.poll((runs ? OFTEN : SELDOM).toMillis(), TimeUnit.MILLISECONDS);
                wishes.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
