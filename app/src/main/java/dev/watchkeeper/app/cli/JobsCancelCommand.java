package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.JobBoard;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.hosts.jobs.Job;
import dev.watchkeeper.kernel.fault.FaultException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code watchkeeper jobs cancel}. */
@Command(
        name = "cancel",
        header = "Ends a job with all its processes.",
        footerHeading = "%nExamples:%n",
        footer = {"  watchkeeper jobs cancel 20261120-020004-3fa9c1"})
final class JobsCancelCommand implements Callable<Integer> {
    private final Setting setting;

    @Parameters(paramLabel = "ID", description = "the job, or how its id begins")
    private String id;

    @Mixin
    private JobHosts hosts;

    @Mixin
    private Confirmation confirmation;

    JobsCancelCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException {
        try (Workbench bench = setting.workbench()) {
            JobBoard board = hosts.board(bench);
            Job job = hosts.find(board, id);
            return confirmation.carryOut(board.cancel(job.host(), job.id()), bench.desk(), setting.console());
        }
    }
}
