package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Surroundings;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
            defaultValue = "" + LabPlan.NEWEST,
            converter = MajorConverter.class,
            description = "PostgreSQL " + LabPlan.OLDEST + " to " + LabPlan.NEWEST + " (default: ${DEFAULT-VALUE})")
    private int major;

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
        try (Lab lab = Lab.start(LabPlan.demo(major), console::note)) {
            DemoFleet fleet = DemoFleet.of(lab, setting.surroundings());
            Surroundings around = fleet.surroundings();
            if (window.hasDisplay(around)) {
                console.note("The lab runs until the window is closed.");
                window.open(around, fleet.names());
            } else {
                new DemoTour(new Setting(around, console), window).take(screenshots);
            }
            return Exit.DONE;
        }
    }
}
