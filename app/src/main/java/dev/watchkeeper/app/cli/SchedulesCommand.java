package dev.watchkeeper.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code watchkeeper schedules}: what its subcommands do. */
@Command(
        name = "schedules",
        header = "Lists what hosts do by the clock about backups, and takes away what Watchkeeper wrote.",
        description = {
            "",
            "Found in the crontab of the host's user, those of the system, and systemd's timers. A backup is scheduled by"
                    + " watchkeeper backup --schedule.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {"  watchkeeper schedules list --on billing", "  watchkeeper schedules remove 5f0c6d1e-… --on billing"
        })
final class SchedulesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "list or remove is missing");
    }
}
