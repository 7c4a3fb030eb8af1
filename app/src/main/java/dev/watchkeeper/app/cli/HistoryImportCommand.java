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

/** {@code watchkeeper history import}. */
@Command(
        name = "import",
        header = "Adds what a file holds to the history.",
        description = {
            "",
            "What is known of the same moments already stays as it is, so that it does no harm to do it twice.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  watchkeeper history import march.db"})
final class HistoryImportCommand implements Callable<Integer> {
    private final Setting setting;

    @Mixin
    private StoreChoice store = new StoreChoice();

    @Parameters(paramLabel = "FILE", description = "what history export has written, or another console's history.db")
    private Path file;

    HistoryImportCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException {
        if (!Files.isRegularFile(file)) {
            throw new FaultException(FaultKind.BAD_INPUT, "there is no file " + file, "");
        }
        try (Workbench bench = setting.workbench();
                FrameHistory from =
                        bench.historyPlaces().existing(file.toAbsolutePath().toString());
                FrameHistory to = store.openOrMake(bench.historyPlaces())) {
            return Copying.run(from, to, setting.console());
        }
    }
}
