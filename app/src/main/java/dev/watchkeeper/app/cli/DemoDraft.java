package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.workspace.console.Draft;
import dev.watchkeeper.workspace.console.Drafts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A statement that stands in the demo's console, to be run at once. */
final class DemoDraft {
    private static final String FILE = "demo_console.sql";

    private DemoDraft() {}

    /** Puts it into the console of this target. */
    static void write(Workbench bench, String target) throws FaultException {
        new Drafts(bench.folder().drafts(), target).write(List.of(new Draft("Orders", text(), 0)));
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(DemoDraft.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
