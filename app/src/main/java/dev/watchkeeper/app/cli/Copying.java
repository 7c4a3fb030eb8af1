package dev.watchkeeper.app.cli;

import dev.watchkeeper.history.keeping.FrameHistory;
import dev.watchkeeper.history.keeping.HistoryCopy;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.text.Sizes;

/** Copies a history while somebody looks on. */
final class Copying {
    private Copying() {}

    /** The exit code. */
    static int run(FrameHistory from, FrameHistory to, Console console) throws FaultException {
        String place = to.info().place();
        if (place.equals(from.info().place())) {
            throw new FaultException(FaultKind.BAD_INPUT, place + " can't be copied onto itself", "Name another place");
        }
        long rows = new HistoryCopy(from, to, line -> console.note(Visible.of(line))).run();
        console.out()
                .println(Sizes.of(rows, "row", "rows") + " copied from "
                        + Visible.of(from.info().place()) + " to " + Visible.of(place));
        return Exit.DONE;
    }
}
