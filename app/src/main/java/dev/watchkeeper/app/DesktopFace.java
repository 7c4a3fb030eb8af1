package dev.watchkeeper.app;

import dev.watchkeeper.app.cli.PictureSize;
import dev.watchkeeper.app.cli.WindowFace;
import dev.watchkeeper.app.panes.AllPanes;
import dev.watchkeeper.app.shell.FxThread;
import dev.watchkeeper.app.shell.PaneFactory;
import dev.watchkeeper.app.shell.Shot;
import dev.watchkeeper.app.shell.Theme;
import dev.watchkeeper.app.shell.Toolkit;
import dev.watchkeeper.app.shell.Window;
import dev.watchkeeper.app.shell.WindowPrompt;
import dev.watchkeeper.app.workbench.Surroundings;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.stage.Stage;

/** The window on a desktop, and in memory. */
final class DesktopFace implements WindowFace {
    @Override
    public boolean hasDisplay(Surroundings surroundings) {
        return Toolkit.hasDisplay(surroundings.variables());
    }

    @Override
    public void open(Surroundings surroundings, List<String> on) throws FaultException {
        if (!hasDisplay(surroundings)) {
            throw new FaultException(
                    FaultKind.UNSUPPORTED,
                    "there is no display to open a window on",
                    "Use the commands (watchkeeper --help); watchkeeper shot draws a pane without a display");
        }
        WindowPrompt prompt = new WindowPrompt();
        try (Workbench bench =
                Workbench.of(surroundings, prompt, warning -> System.err.println("watchkeeper: " + warning))) {
            Set<Target> fleet = new LinkedHashSet<>(bench.targets());
            Set<Target> wanted = new LinkedHashSet<>();
            for (String one : on) {
                wanted.add(bench.resolve(one));
            }
            fleet.addAll(wanted);
            run(bench, List.copyOf(fleet), List.copyOf(wanted), prompt);
        }
    }

    private static void run(Workbench bench, List<Target> fleet, List<Target> wanted, WindowPrompt prompt) {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        Toolkit.start(false);
        new FxThread().run(() -> {
            try {
                show(new Window(bench, fleet, AllPanes.list(), new Theme(Theme.Choice.SYSTEM), prompt), wanted, closed);
            } catch (RuntimeException e) {
                closed.completeExceptionally(e);
            }
        });
        try {
            closed.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the window does not open", e.getCause());
        } finally {
            Toolkit.stop();
        }
    }

    private static void show(Window window, List<Target> wanted, CompletableFuture<Boolean> closed) {
        Stage stage = new Stage();
        stage.setOnHidden(event -> {
            window.close();
            closed.complete(true);
        });
        window.show(stage);
        wanted.forEach(window::connect);
        wanted.stream().findFirst().ifPresent(window::show);
    }

    @Override
    public List<String> panes() {
        return AllPanes.list().stream().map(PaneFactory::name).distinct().toList();
    }

    @Override
    public List<String> panes(Target target) {
        return AllPanes.list().stream()
                .filter(factory -> factory.suits(target))
                .map(PaneFactory::name)
                .toList();
    }

    @Override
    public Camera camera(Workbench bench, List<Target> fleet, PictureSize size) throws FaultException {
        Toolkit.start(true);
        return new PaneCamera(new Shot(bench, fleet, AllPanes.list(), size.width(), size.height()));
    }

    private record PaneCamera(Shot shot) implements Camera {
        @Override
        public void take(Target target, Sight sight, Duration deadline, Path file) throws FaultException {
            shot.take(target, sight.pane(), sight.deeds(), sight.dark(), deadline, file);
        }

        @Override
        public void close() throws FaultException {
            shot.close();
        }
    }
}
