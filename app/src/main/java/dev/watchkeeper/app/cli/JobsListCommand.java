package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.reports.JsonRecords;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.workbench.JobBoard;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.hosts.jobs.Job;
import dev.watchkeeper.hosts.jobs.JobProgress;
import dev.watchkeeper.hosts.jobs.JobState;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code watchkeeper jobs list}. */
@Command(
        name = "list",
        header = "Lists the jobs on all hosts, the newest first.",
        description = {
            "",
            "JSON is one object a line: id, host, what, state (running, done, failed, lost), exit, started_at,"
                    + " stopped_at, target, progress (0 to 1), cancelled, log_bytes, last_words. Times are those of the host.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  watchkeeper jobs list", "  watchkeeper jobs list --host backup-1 --format json"})
final class JobsListCommand implements Callable<Integer> {
    private final Setting setting;

    @Mixin
    private JobHosts hosts;

    @Option(names = "--format", defaultValue = "table", description = "table or json (default: table)")
    private ListFormat format;

    JobsListCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException, IOException {
        try (Workbench bench = setting.workbench()) {
            JobBoard.Seen seen = hosts.board(bench).look();
            if (format == ListFormat.JSON) {
                json(seen.jobs());
            } else {
                table(seen);
            }
            for (Fault trouble : seen.troubles()) {
                setting.console().complain(Visible.of(trouble.sentence()));
            }
            return seen.troubles().isEmpty() ? Exit.DONE : Exit.UNREACHABLE_OR_DENIED;
        }
    }

    private void table(JobBoard.Seen seen) {
        List<Job> jobs = seen.jobs();
        if (jobs.isEmpty()) {
            // of whom could not be asked nobody knows that
            if (seen.troubles().isEmpty()) {
                setting.console().out().println("There are no jobs.");
            }
            return;
        }
        ZoneId zone = setting.surroundings().zone();
        DateTimeFormatter moment =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(zone);
        Sheet sheet = new Sheet()
                .text("id")
                .text("host")
                .text("state")
                .text("started")
                .text("stopped")
                .text("target")
                .text("what");
        jobs.forEach(job -> sheet.row(
                job.id(),
                job.host(),
                state(job),
                text(job.startedAt(), moment),
                text(job.stoppedAt(), moment),
                job.about(),
                job.what()));
        new TextTable(sheet)
                .lines(setting.console().width())
                .forEach(setting.console().out()::println);
    }

    private static String text(Optional<Instant> at, DateTimeFormatter moment) {
        return at.map(moment::format).orElse("");
    }

    private static String state(Job job) {
        if (job.state() == JobState.RUNNING
                && JobProgress.share(job.lastWords()).isPresent()) {
            return "running %.0f %%"
                    .formatted(JobProgress.share(job.lastWords()).getAsDouble() * 100);
        }
        if (job.state() == JobState.FAILED) {
            return job.cancelled()
                    ? "failed (cancelled)"
                    : "failed (" + job.exit().orElse(-1) + ")";
        }
        return job.state().label();
    }

    private void json(List<Job> jobs) throws IOException {
        for (Job job : jobs) {
            JsonRecords.write(setting.console().out(), row(job));
            setting.console().out().println();
        }
    }

    private static Records.Row row(Job job) {
        boolean runs = job.state() == JobState.RUNNING;
        return new Records.Row()
                .with("id", job.id())
                .with("host", job.host())
                .with("what", job.what())
                .with("state", job.state().label())
                .with("exit", job.exit().isPresent() ? job.exit().getAsInt() : null)
                .with("started_at", job.startedAt().orElse(null))
                .with("stopped_at", job.stoppedAt().orElse(null))
                .with("target", job.about())
                .with(
                        "progress",
                        runs && JobProgress.share(job.lastWords()).isPresent()
                                ? JobProgress.share(job.lastWords()).getAsDouble()
                                : null)
                .with("cancelled", job.cancelled())
                .with("log_bytes", job.logBytes())
                .with("last_words", job.lastWords());
    }
}
