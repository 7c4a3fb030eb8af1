package dev.watchkeeper.app.panes.backups.deeds;

import dev.watchkeeper.app.panes.backups.BackupDeeds;
import dev.watchkeeper.hosts.jobs.Job;
import dev.watchkeeper.hosts.jobs.JobProgress;
import dev.watchkeeper.hosts.jobs.JobState;
import dev.watchkeeper.kernel.text.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/** A job as the pane shows it. */
final class JobWords {
    /** Below this share nothing can be said of how long it will take. */
    private static final double ENOUGH = 0.03;

    private static final int LONGEST = 100;

    private JobWords() {}

    static BackupDeeds.Job of(Job job, Instant now) {
        OptionalDouble share =
                job.state() == JobState.RUNNING ? JobProgress.share(job.lastWords()) : OptionalDouble.empty();
        Instant startedAt = job.startedAt().orElse(now);
        return new BackupDeeds.Job(
                job.id(),
                job.what(),
                job.host(),
                switch (job.state()) {
                    case RUNNING -> BackupDeeds.Job.State.RUNNING;
                    case DONE -> BackupDeeds.Job.State.DONE;
                    case FAILED -> BackupDeeds.Job.State.FAILED;
                    case LOST -> BackupDeeds.Job.State.LOST;
                },
                share,
                note(job, share, Duration.between(startedAt, now)),
                startedAt,
                job.stoppedAt());
    }

    private static String note(Job job, OptionalDouble share, Duration since) {
        if (share.isPresent() && share.getAsDouble() > ENOUGH) {
            double left = since.toMillis() * (1 - share.getAsDouble()) / share.getAsDouble();
            return Spans.words(Duration.ofMillis((long) left)) + " left";
        }
        String last =
                job.lastWords().length() > LONGEST ? job.lastWords().substring(0, LONGEST) + "…" : job.lastWords();
        return switch (job.state()) {
            case RUNNING -> last;
            case DONE -> "";
            case FAILED ->
                (job.cancelled() ? "cancelled" : "status " + job.exit().orElse(-1)) + ": " + last;
            case LOST -> "nobody runs it any more, and it did not say how it ended";
        };
    }
}
