package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.recording.Pace;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.history.HistoryEvent;
import dev.watchkeeper.history.Interval;
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
import java.time.Instant;
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

    /** Quicker than usual: the demo has no whole day. */
    private static final Pace BRISK =
            new Pace(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofMinutes(5));

    private final Setting setting;
    private final WindowFace window;
    private final DemoBackups backups;

    DemoTour(Setting setting, WindowFace window, DemoBackups backups) {
        this.setting = setting;
        this.window = window;
        this.backups = backups;
    }

    void take(Path folder) throws FaultException {
        try (Workbench bench = setting.workbench()) {
            List<Target> fleet = bench.targets();
            Target primary = bench.resolve(DemoFleet.PRIMARY);
            bench.recorder().record(primary, BRISK);
            backups.first();
            waitForTrouble(bench.open(primary));
            for (Target target : fleet) {
                tell(bench, target, fleet);
            }
            backups.later();
            waitForNews(bench, primary);
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

    /** Until something has changed on the server, and the time after it can be compared with the time before. */
    private void waitForNews(Workbench bench, Target primary) throws FaultException {
        long deadline = System.nanoTime() + PATIENCE.multipliedBy(2).toNanos();
        while (System.nanoTime() < deadline) {
            bench.settleHistory();
            Instant now = bench.surroundings().clock().instant();
            List<HistoryEvent> events =
                    bench.history().events(primary.name(), Interval.last(PATIENCE.multipliedBy(5), now));
            boolean changed = events.stream().anyMatch(event -> event.kind() == HistoryEvent.Kind.SCHEMA);
            // plans that are seen to be others belong to it, and come later
            boolean over = events.stream()
                    .allMatch(event -> event.at().plus(LONG_ENOUGH).isBefore(now));
            if (changed && over) {
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
            out.printf("  %-12s %s%n", pane + ":", told(PaneOutputs.of(pane, target), bench, target, company));
            out.flush();
        }
    }

    /** Also why a server can't say. */
    private static <S> String told(PaneOutput<S> output, Workbench bench, Target target, List<Target> company)
            throws FaultException {
        try {
            return output.sentence(output.probe(bench, target, company).read());
        } catch (FaultException e) {
            if (e.fault().kind() != FaultKind.UNSUPPORTED) {
                throw e;
            }
            return e.fault().message();
        }
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
        for (String pane : window.panes(target)) {
            Path file = folder.resolve(prefix + pane + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
            camera.take(
                    target, new WindowFace.Sight(pane, theme == LightOrDark.DARK, deeds(target, pane)), PATIENCE, file);
            setting.console().out().println("Written: " + file);
            setting.console().out().flush();
        }
    }

    private static List<String> deeds(Target target, String pane) {
        if (!target.name().equals(DemoFleet.PRIMARY)) {
            return List.of();
        }
        return switch (pane) {
            case "queries" -> List.of("Compare: Before and after");
            case "console" -> List.of("Run the statement");
            case "backups" -> List.of("Timeline: the last moment");
            default -> List.of();
        };
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
