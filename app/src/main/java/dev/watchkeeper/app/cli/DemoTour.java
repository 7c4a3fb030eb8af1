package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.locks.BlockingForest;
import dev.watchkeeper.postgres.locks.LocksProbe;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** The demo without a display: looks at every server and draws every pane in both themes. */
final class DemoTour {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** So that the pictures show waits that one would be called for. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(15);

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Setting setting;
    private final WindowFace window;

    DemoTour(Setting setting, WindowFace window) {
        this.setting = setting;
        this.window = window;
    }

    void take(Path folder) throws FaultException {
        try (Workbench bench = setting.workbench()) {
            List<Target> fleet = bench.targets();
            Target primary = bench.resolve(DemoFleet.PRIMARY);
            waitForTrouble(bench.open(primary));
            for (Target target : fleet) {
                tell(bench, target, fleet);
            }
            draw(bench, fleet, made(folder));
        }
    }

    private void waitForTrouble(PostgresServer primary) throws FaultException {
        LocksProbe probe = new LocksProbe(primary);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Snapshot<BlockingForest> locks = probe.read();
            if (locks.value().longestWait(locks.takenAt()).compareTo(LONG_ENOUGH) >= 0) {
                return;
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private void tell(Workbench bench, Target target, List<Target> fleet) throws FaultException {
        PrintWriter out = setting.console().out();
        out.printf(
                "%-14s %-12s %s%n",
                target.name(),
                target.environment().label(),
                target.endpoint().engine().title());
        List<Target> company = new ArrayList<>(fleet);
        company.remove(target);
        for (String pane : PaneOutputs.names(target)) {
            out.printf("  %-12s %s%n", pane + ":", sentence(PaneOutputs.of(pane, target), bench, target, company));
            out.flush();
        }
    }

    private static <S> String sentence(PaneOutput<S> output, Workbench bench, Target target, List<Target> company)
            throws FaultException {
        return output.sentence(output.probe(bench, target, company).read());
    }

    private void draw(Workbench bench, List<Target> fleet, Path folder) throws FaultException {
        try (WindowFace.Camera camera = window.camera(bench, fleet, PictureSize.USUAL)) {
            for (LightOrDark theme : LightOrDark.values()) {
                draw(camera, bench.resolve(DemoFleet.PRIMARY), "", theme, folder);
                draw(camera, bench.resolve(DemoFleet.CACHE), "redis-", theme, folder);
            }
        }
    }

    private void draw(WindowFace.Camera camera, Target target, String prefix, LightOrDark theme, Path folder)
            throws FaultException {
        for (String pane : PaneOutputs.names(target)) {
            Path file = folder.resolve(prefix + pane + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
            camera.take(target, WindowFace.Sight.of(pane, theme == LightOrDark.DARK), PATIENCE, file);
            setting.console().out().println("Written: " + file);
            setting.console().out().flush();
        }
    }

    private static Path made(Path folder) throws FaultException {
        try {
            return Files.createDirectories(folder.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new FaultException(
                    new Fault(FaultKind.DENIED, "the folder " + folder + " can't be made: " + e.getMessage()), e);
        }
    }
}
