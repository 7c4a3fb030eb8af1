package dev.watchkeeper.app.cli;

import dev.watchkeeper.kernel.fault.FaultException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code watchkeeper} without a subcommand: the window. */
@Command(
        name = "watchkeeper",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "[COMMAND]",
        header = "A console for the people who keep databases running.",
        description = {
            "",
            "Without a command it opens the window. Each command sees and does the same as the window's panes.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  watchkeeper",
            "  watchkeeper --on postgresql://dba@db1.example.org/shop",
            "  watchkeeper connections add billing --url postgresql://dba@pg-bill-1/billing --environment production",
            "  watchkeeper show locks --on billing",
            "  watchkeeper terminate 40318 --on billing --dry-run",
            "",
            "Targets are saved in connections.yaml in $WATCHKEEPER_HOME, else $XDG_CONFIG_HOME/watchkeeper,"
                    + " else ~/.config/watchkeeper."
        })
final class WatchkeeperCommand implements Callable<Integer> {
    private final Setting setting;
    private final WindowFace window;

    @Option(
            names = "--on",
            paramLabel = "TARGET",
            description = "open on this one: saved name, URI, 'host=…' or service=NAME; may be given several times")
    private List<String> on = List.of();

    WatchkeeperCommand(Setting setting, WindowFace window) {
        this.setting = setting;
        this.window = window;
    }

    @Override
    public Integer call() throws FaultException {
        window.open(setting.surroundings(), on);
        return Exit.DONE;
    }
}
