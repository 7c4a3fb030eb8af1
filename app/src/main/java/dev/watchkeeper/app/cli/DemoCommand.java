package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Surroundings;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.lab.FoundTools;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code watchkeeper demo}: what {@code mvn -Pdemo} runs. */
@Command(
        name = "demo",
        header = "Starts the lab and opens the window on it; stops the lab when the window closes.",
        description = {
            "",
            "Without a display it draws every pane in both themes instead, tells what it saw, and ends by itself.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  watchkeeper demo", "  watchkeeper demo --pg 16 --screenshots /tmp/pictures"})
final class DemoCommand implements Callable<Integer> {
    private final Setting setting;
    private final WindowFace window;

    @Option(
            names = "--pg",
            paramLabel = "MAJOR",
            converter = MajorConverter.class,
            description = "PostgreSQL " + LabPlan.OLDEST + " to " + LabPlan.NEWEST
                    + " (default: the newest that this machine's pg_dump and pg_basebackup can save, else "
                    + LabPlan.NEWEST + ")")
    private @Nullable Integer major;

    @Option(
            names = "--screenshots",
            paramLabel = "FOLDER",
            defaultValue = "screenshots",
            description = "where pictures go without a display (default: ${DEFAULT-VALUE})")
    private Path screenshots;

    DemoCommand(Setting setting, WindowFace window) {
        this.setting = setting;
        this.window = window;
    }

    @Override
    public Integer call() throws FaultException {
        Console console = setting.console();
        try (Lab lab = Lab.start(LabPlan.demo(version()), console::note)) {
            DemoFleet fleet = DemoFleet.of(lab, setting.surroundings());
            Surroundings around = fleet.surroundings();
            if (window.hasDisplay(around)) {
                console.note("The lab runs until the window is closed.");
                DemoBackups.of(new Setting(around, console), lab).first();
                window.open(around, fleet.names());
            } else {
                Setting demo = new Setting(around, console);
                new DemoTour(demo, window, DemoBackups.of(demo, lab)).take(screenshots);
            }
            return Exit.DONE;
        }
    }

    /** With tools that are too old for it the newest server could not be saved, and there would be nothing to see. */
    private int version() {
        Integer wanted = major;
        return wanted == null ? FoundTools.major().orElse(LabPlan.NEWEST) : wanted;
    }
}
