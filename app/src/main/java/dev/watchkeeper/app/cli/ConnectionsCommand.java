package dev.watchkeeper.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code watchkeeper connections}: what its subcommands do. */
@Command(
        name = "connections",
        header = "Lists, tries, adds and removes saved targets.",
        description = {
            "",
            "They stand in connections.yaml, which people may edit too: comments and order are kept. A broken file is"
                    + " told with line and column, and never written.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  watchkeeper connections list",
            "  watchkeeper connections test billing",
            "  watchkeeper connections add billing --url postgresql://dba@pg-bill-1/billing --environment production",
            "  watchkeeper connections remove billing"
        })
final class ConnectionsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "list, test, add or remove is missing");
    }
}
