package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.history.HistoryStore;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.text.Sizes;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code watchkeeper history prune}. */
@Command(
        name = "prune",
        header = "Rolls up what is old, and throws away what is older than the settings want it.",
        description = {
            "",
            "Consoles and recorders do so themselves every ten minutes. How much is kept is said in connections.yaml:",
            "  history: {fine: 2h, minutes: 7d, hours: 366d, size: 2GB}",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  watchkeeper history prune", "  watchkeeper history prune --store postgresql://dba@db1/fleet"})
final class HistoryPruneCommand implements Callable<Integer> {
    private final Setting setting;

    @Mixin
    private StoreChoice store = new StoreChoice();

    HistoryPruneCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException {
        try (Workbench bench = setting.workbench();
                HistoryStore history = store.open(bench.historyPlaces())) {
            long before = history.info().bytes();
            long gone = history.prune(
                    bench.historyPlaces().retention(),
                    setting.surroundings().clock().instant());
            setting.console()
                    .out()
                    .println(Sizes.of(gone, "row was", "rows were") + " rolled up or thrown away: "
                            + Sizes.bytes(before) + " before, "
                            + Sizes.bytes(history.info().bytes()) + " now");
            return Exit.DONE;
        }
    }
}
