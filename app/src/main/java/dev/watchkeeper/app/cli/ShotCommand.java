package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.Greeting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code watchkeeper shot}. */
@Command(
        name = "shot",
        header = "Draws a pane on a live server into a PNG, without a display.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  watchkeeper shot locks --on billing --out locks.png",
            "  watchkeeper shot sessions --on billing --out sessions.png --theme dark --size 1920x1080"
        })
final class ShotCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Setting setting;
    private final WindowFace window;

    @Parameters(paramLabel = "PANE", description = "sessions or locks", converter = PaneConverter.class)
    private PaneOutput<?> pane;

    @Option(names = "--on", required = true, paramLabel = "TARGET", description = "of which server")
    private String on;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "the PNG to write")
    private Path out;

    @Option(names = "--theme", defaultValue = "light", description = "light or dark (default: light)")
    private LightOrDark theme;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "1600x1000",
            converter = PictureSize.Converter.class,
            description = "in pixels (default: ${DEFAULT-VALUE})")
    private PictureSize size;

    ShotCommand(Setting setting, WindowFace window) {
        this.setting = setting;
        this.window = window;
    }

    @Override
    public Integer call() throws FaultException {
        try (Workbench bench = setting.workbench()) {
            Target target = bench.resolve(on);
            // before a window is made for it: a server that can't be entered is told at once
            Entrance.through(bench, target, () -> Greeting.of(bench.open(target)));
            try (WindowFace.Camera camera = window.camera(bench, List.of(target), size)) {
                camera.take(target, pane.name(), theme == LightOrDark.DARK, PATIENCE, out);
            }
        }
        setting.console().out().println("Written: " + out);
        return Exit.DONE;
    }
}
