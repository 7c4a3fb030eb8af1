package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.FaultException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code watchkeeper connections remove}. */
@Command(
        name = "remove",
        header = "Takes a target out of connections.yaml.",
        footerHeading = "%nExamples:%n",
        footer = {"  watchkeeper connections remove billing", "  watchkeeper connections remove billing --yes"})
final class ConnectionsRemoveCommand implements Callable<Integer> {
    private final Setting setting;

    @Parameters(paramLabel = "NAME", description = "as it is saved")
    private String name;

    @Option(names = "--yes", description = "don't ask")
    private boolean yes;

    ConnectionsRemoveCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException {
        try (Workbench bench = setting.workbench()) {
            bench.saved(name);
            if (!yes && !Confirmation.asked(setting.console(), "Remove " + Visible.of(name) + "? [y/N] ")) {
                setting.console().out().println("Nothing was done.");
                return Exit.FAILED;
            }
            bench.remove(name);
            setting.console().out().println("Removed " + Visible.of(name) + ".");
            return Exit.DONE;
        }
    }
}
