package dev.watchkeeper.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code watchkeeper jobs}: what its subcommands do. */
@Command(
        name = "jobs",
        header = "Lists, follows and cancels what runs on hosts.",
        description = {
            "",
            "Backups and checks run on their hosts, and go on when the console or the network goes. They are looked for on"
                    + " this machine and on every host of connections.yaml.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  watchkeeper jobs list",
            "  watchkeeper jobs follow 20261120-020004-3fa9c1",
            "  watchkeeper jobs cancel 20261120-020004-3fa9c1"
        })
final class JobsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "list, follow or cancel is missing");
    }
}
