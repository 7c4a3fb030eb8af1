package dev.watchkeeper.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code watchkeeper history}: what its subcommands do. */
@Command(
        name = "history",
        header = "What was seen over time: how much there is, copies of it, and another place for it.",
        description = {
            "",
            "It is kept in history.db beside connections.yaml, or where history: in there says: in another file, or in a"
                    + " PostgreSQL that a team shares.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  watchkeeper history info",
            "  watchkeeper history prune",
            "  watchkeeper history export march.db",
            "  watchkeeper history import march.db",
            "  watchkeeper history move --to postgresql://dba@db1/fleet"
        })
final class HistoryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "info, prune, export, import or move is missing");
    }
}
