package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.Greeting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code watchkeeper shot}. */
@Command(
        name = "shot",
        header = "Draws a pane on a live server into a PNG, without a display.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  watchkeeper shot locks --on billing --out locks.png",
            "  watchkeeper shot sessions --on billing --out sessions.png --theme dark --size 1920x1080",
            "  watchkeeper shot queries --on billing --out changed.png --do 'Compare: The last hour with the hour before'"
        })
final class ShotCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Setting setting;
    private final WindowFace window;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PANE",
            description = "as the window's tabs: sessions, locks, replication, queries, memory …")
    private String pane;

    @Option(
            names = "--on",
            required = true,
            paramLabel = "TARGET",
            description = "of which server; further ones stand beside it in the fleet")
    private List<String> on;

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

    @Option(
            names = "--do",
            paramLabel = "COMMAND",
            description =
                    "what is done in the pane first, in the words of its palette (or how they begin); changes of a"
                            + " server are only asked for; may be given several times")
    private List<String> deeds = new ArrayList<>();

    ShotCommand(Setting setting, WindowFace window) {
        this.setting = setting;
        this.window = window;
    }

    @Override
    public Integer call() throws FaultException {
        if (!window.panes().contains(pane)) {
            throw new ParameterException(
                    spec.commandLine(), "there is no pane '" + pane + "', only " + String.join(", ", window.panes()));
        }
        try (Workbench bench = setting.workbench()) {
            List<Target> fleet = new ArrayList<>();
            for (String one : new LinkedHashSet<>(on)) {
                fleet.add(bench.resolve(one));
            }
            Target target = fleet.getFirst();
            // before a window is made for it: a server that can't be entered is told at once
            if (target.endpoint().engine() == Engine.POSTGRESQL) {
                Entrance.through(bench, target, () -> Greeting.of(bench.open(target)));
            }
            try (WindowFace.Camera camera = window.camera(bench, fleet, size)) {
                camera.take(target, new WindowFace.Sight(pane, theme == LightOrDark.DARK, deeds), PATIENCE, out);
            }
        }
        setting.console().out().println("Written: " + out);
        return Exit.DONE;
    }
}
