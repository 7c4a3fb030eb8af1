package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.postgres.connect.Greeting;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.locks.BlockingForest;
import dev.watchkeeper.postgres.locks.LocksProbe;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
                tell(bench, target);
            }
            draw(bench, fleet, primary, made(folder));
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

    private void tell(Workbench bench, Target target) throws FaultException {
        Greeting greeting = Greeting.of(bench.open(target));
        PrintWriter out = setting.console().out();
        out.printf(
                "%-14s %-12s PostgreSQL %s %s%n",
                target.name(),
                target.environment().label(),
                greeting.version(),
                greeting.standby() ? "standby" : "primary");
        SessionsOutput sessions = new SessionsOutput();
        out.println("  sessions: "
                + sessions.sentence(sessions.probe(bench, target, List.of()).read()));
        LocksOutput locks = new LocksOutput();
        Snapshot<BlockingForest> forest = locks.probe(bench, target, List.of()).read();
        out.println("  locks:    " + locks.sentence(forest));
        forest.value()
                .roots(forest.takenAt())
                .forEach(root ->
                        out.println("            " + Visible.of(root.party().label()) + " holds back "
                                + Sizes.of(root.holdsBack(), "session", "sessions")));
        out.flush();
    }

    private void draw(Workbench bench, List<Target> fleet, Target primary, Path folder) throws FaultException {
        try (WindowFace.Camera camera = window.camera(bench, fleet, PictureSize.USUAL)) {
            for (LightOrDark theme : LightOrDark.values()) {
                for (String pane : PaneOutputs.names(primary)) {
                    Path file = folder.resolve(pane + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
                    camera.take(primary, pane, theme == LightOrDark.DARK, PATIENCE, file);
                    setting.console().out().println("Written: " + file);
                    setting.console().out().flush();
                }
            }
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
