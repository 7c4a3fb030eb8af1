package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.history.keeping.FrameHistory;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code watchkeeper history export}. */
@Command(
        name = "export",
        header = "Copies the history into a new SQLite file, as finely as it is there.",
        description = {
            "",
            "The file is a history itself: history: FILE in connections.yaml opens it, and history import reads it.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  watchkeeper history export march.db"})
final class HistoryExportCommand implements Callable<Integer> {
    private final Setting setting;

    @Mixin
    private StoreChoice store = new StoreChoice();

    @Parameters(paramLabel = "FILE", description = "it must not be there yet")
    private Path file;

    HistoryExportCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException {
        if (Files.exists(file)) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    file + " is there already",
                    "Name another file; history move --to " + file + " adds to one that is there");
        }
        try (Workbench bench = setting.workbench();
                FrameHistory from = store.open(bench.historyPlaces());
                FrameHistory to =
                        bench.historyPlaces().named(file.toAbsolutePath().toString())) {
            return Copying.run(from, to, setting.console());
        }
    }
}
