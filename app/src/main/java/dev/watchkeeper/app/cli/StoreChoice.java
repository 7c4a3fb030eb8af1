package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.HistoryPlaces;
import dev.watchkeeper.history.keeping.FrameHistory;
import dev.watchkeeper.kernel.fault.FaultException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which history a command is about. */
final class StoreChoice {
    @Option(
            names = "--store",
            paramLabel = "PLACE",
            description = "another history than that of the settings: a path or postgresql://role@host/database")
    private @Nullable String store;

    /** One that is there. Unlike the window, a command does not go on in memory. */
    FrameHistory open(HistoryPlaces places) throws FaultException {
        return store == null ? places.open() : places.existing(store);
    }

    /** One to be added to; made if it is not there. */
    FrameHistory openOrMake(HistoryPlaces places) throws FaultException {
        return store == null ? places.open() : places.named(store);
    }
}
