package dev.watchkeeper.app.panes.locks;

import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.postgres.locks.ForestRecorder;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.util.List;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Takes the recording of the last half hour away as a file. */
final class RecordingExport {
    private RecordingExport() {}

    /** Asks where to, and writes it elsewhere than on the FX thread. */
    static void ask(Window owner, PaneContext context, List<ForestRecorder.Frame> frames) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export the recording of the locks");
        chooser.setInitialFileName("locks-" + context.target().name().replaceAll("[^\\w.-]+", "_") + ".jsonl");
        File file = chooser.showSaveDialog(owner);
        if (file != null) {
            context.background("export the locks", () -> write(file, context, frames));
        }
    }

    private static void write(File file, PaneContext context, List<ForestRecorder.Frame> frames) {
        try (Writer out = Files.newBufferedWriter(file.toPath())) {
            new RecordingJson(context.target().name()).write(frames, out);
            context.say(Sizes.of(frames.size(), "moment", "moments") + " written to " + file);
        } catch (IOException e) {
            context.complain(new Fault(
                    FaultKind.FAILED, "the recording could not be written to " + file + ": " + e.getMessage()));
        }
    }
}
