package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.history.keeping.FrameHistory;
import dev.watchkeeper.kernel.fault.FaultException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code watchkeeper history move}. */
@Command(
        name = "move",
        header = "Copies the history to another place, and says how to use it there.",
        description = {
            "",
            "The old one is left as it is. Where the new one knows something of the same moments already, that stays, so"
                    + " that a move that was broken off can be made again.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  watchkeeper history move --to postgresql://dba@db1/fleet",
            "  watchkeeper history move --store postgresql://dba@db1/fleet --to /var/lib/watchkeeper/history.db"
        })
final class HistoryMoveCommand implements Callable<Integer> {
    private final Setting setting;

    @Mixin
    private StoreChoice store = new StoreChoice();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "PLACE",
            description = "a path or postgresql://role@host/database, also with jdbc: before it")
    private String to;

    HistoryMoveCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException {
        try (Workbench bench = setting.workbench();
                FrameHistory from = store.open(bench.historyPlaces());
                FrameHistory there = bench.historyPlaces().named(to)) {
            int exit = Copying.run(from, there, setting.console());
            String place = there.info().place();
            setting.console()
                    .out()
                    .println("Now write into " + bench.folder().connections() + ":  history: "
                            + Visible.of(place.startsWith("postgresql://") ? to : place));
            return exit;
        }
    }
}
