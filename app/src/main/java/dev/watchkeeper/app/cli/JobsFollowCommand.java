package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.JobBoard;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.hosts.jobs.Job;
import dev.watchkeeper.hosts.jobs.JobFollower;
import dev.watchkeeper.hosts.jobs.JobState;
import dev.watchkeeper.hosts.jobs.Jobs;
import dev.watchkeeper.kernel.fault.FaultException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code watchkeeper jobs follow}. */
@Command(
        name = "follow",
        header = "Prints what a job says until it has ended.",
        description = {
            "",
            "A line that is cut is mended, and nothing is printed twice. The exit code is 0 if the job is done, else 1.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  watchkeeper jobs follow 20261120-020004-3fa9c1"})
final class JobsFollowCommand implements Callable<Integer> {
    private static final int TRIES = 450;

    private final Setting setting;

    @Parameters(paramLabel = "ID", description = "the job, or how its id begins")
    private String id;

    @Mixin
    private JobHosts hosts;

    JobsFollowCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException {
        try (Workbench bench = setting.workbench()) {
            JobBoard board = hosts.board(bench);
            Job job = hosts.find(board, id);
            Jobs jobs = board.on(job.host());
            PrintWriter out = setting.console().out();
            Utf8Pieces text = new Utf8Pieces();
            JobFollower follower = new JobFollower(
                    jobs,
                    bytes -> {
                        out.print(Visible.lines(text.add(bytes)));
                        out.flush();
                    },
                    fault ->
                            setting.console().complain(Visible.of(fault.message()) + "; the job goes on, trying again"),
                    TRIES);
            Job ended = follower.follow(job.id(), 0);
            setting.console().err().println(words(ended));
            return ended.state() == JobState.DONE ? Exit.DONE : Exit.FAILED;
        }
    }

    private static String words(Job job) {
        return "job " + job.id() + " on " + job.host() + ": "
                + (job.cancelled() ? "cancelled" : job.state().label())
                + (job.exit().isPresent() ? ", status " + job.exit().getAsInt() : "");
    }
}
