package dev.watchkeeper.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code watchkeeper host}: what its subcommands do. */
@Command(
        name = "host",
        header = "Looks at the machines on which servers and backups are.",
        description = {
            "",
            "A host is one of hosts: in connections.yaml, an alias of ~/.ssh/config, an address, or local for this"
                    + " machine. SSH's own settings count: config, agent, keys and known_hosts in ~/.ssh.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {"  watchkeeper host test backup-1", "  watchkeeper host test postgres@10.0.0.7:2222 --format json"})
final class HostCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "test is missing");
    }
}
