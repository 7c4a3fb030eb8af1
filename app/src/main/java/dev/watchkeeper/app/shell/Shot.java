package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.overtime.OverTimeStrip;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.Poll;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.report.OutputFile;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javax.imageio.ImageIO;

/**
 * Takes pictures of the window on live servers, with or without a display. The JavaFX toolkit has to be running: see
 * {@link Toolkit}. Not to be used on the FX thread.
 */
public final class Shot implements AutoCloseable {
    /** So many answers are waited for: rates are known from the second on. */
    private static final int ANSWERS = 2;

    private final FxThread fx = new FxThread();
    private final Theme theme;
    private final Window window;
    private final Parent console;
    private final Stage stage;

    /**
     * Opens the window.
     *
     * @param fleet the servers at its left
     * @param width in pixels
     * @param height in pixels
     */
    public Shot(Workbench bench, List<Target> fleet, List<PaneFactory> panes, int width, int height)
            throws FaultException {
        this.theme = onFx(() -> new Theme(Theme.Choice.LIGHT));
        this.window = onFx(() -> new Window(bench, fleet, panes, theme, new WindowPrompt()));
        this.console = onFx(window::undock);
        this.stage = onFx(() -> open(width, height));
    }

    /** The headless screen ends at 1000 pixels: so a small window holds the whole console, which is drawn beyond its edge. */
    private Stage open(int width, int height) {
        Group holder = new Group();
        Scene small = new Scene(holder, 640, 480);
        theme.dress(small);
        console.setManaged(false);
        holder.getChildren().add(console);
        console.resizeRelocate(0, 0, width, height);
        Stage opened = new Stage(StageStyle.UNDECORATED);
        opened.setScene(small);
        opened.show();
        return opened;
    }

    /**
     * Waits until the pane shows what the server says now, and writes the picture of the whole window.
     *
     * @param on one of the fleet
     * @param pane its name
     * @param deeds what is done there first, in the words of the palette, or how they begin
     * @param file a PNG
     * @throws FaultException what the server said; TIMEOUT if the pane isn't ready in time; BAD_INPUT if a deed can't be
     *     done there
     */
    public void take(Target on, String pane, List<String> deeds, boolean dark, Duration deadline, Path file)
            throws FaultException {
        CompletableFuture<Optional<Fault>> ready = new CompletableFuture<>();
        fx.run(() -> {
            theme.choiceProperty().set(dark ? Theme.Choice.DARK : Theme.Choice.LIGHT);
            window.show(on);
            window.showPane(pane);
            window.pane().ifPresentOrElse(shown -> watch(shown, ready), () -> ready.complete(Optional.empty()));
        });
        require(await(ready, on, pane, deadline));
        for (String deed : deeds) {
            require(await(done(deed), on, pane, deadline));
        }
        BufferedImage image = onFx(this::picture);
        OutputFile.write(file, out -> ImageIO.write(image, "png", out));
    }

    private static void require(Optional<Fault> fault) throws FaultException {
        if (fault.isPresent()) {
            throw new FaultException(fault.get());
        }
    }

    /** Does it, and is complete when the pane says that it is ready again. */
    private CompletableFuture<Optional<Fault>> done(String deed) {
        CompletableFuture<Optional<Fault>> done = new CompletableFuture<>();
        fx.run(() -> window.pane()
                .ifPresentOrElse(pane -> perform(pane, deed, done), () -> done.complete(Optional.empty())));
        return done;
    }

    private void perform(Pane pane, String deed, CompletableFuture<Optional<Fault>> done) {
        List<Command> commands = window.commands();
        Optional<Command> command = commands.stream()
                .filter(one -> one.possible().get() && beginsWith(one.name(), deed))
                .findFirst();
        if (command.isEmpty()) {
            done.complete(Optional.of(new Fault(
                    FaultKind.BAD_INPUT,
                    "nothing called “" + deed + "” can be done in "
                            + pane.header().title() + " just now",
                    commands.stream().map(Command::name).collect(Collectors.joining("; ", "There are: ", "")))));
            return;
        }
        command.get().run().run();
        Optional<OverTimeStrip> strip =
                window.overTime().filter(one -> one.openProperty().get());
        Runnable look = () -> {
            boolean drawn = strip.isEmpty() || strip.get().drawnProperty().get();
            if (drawn && pane.header().readyProperty().get()) {
                done.complete(Optional.empty());
            }
        };
        pane.header().readyProperty().subscribe(look);
        strip.ifPresent(one -> one.drawnProperty().subscribe(look));
        look.run();
    }

    private static boolean beginsWith(String name, String words) {
        return name.toLowerCase(Locale.ROOT).startsWith(words.strip().toLowerCase(Locale.ROOT));
    }

    private static void watch(Pane pane, CompletableFuture<Optional<Fault>> ready) {
        int[] answers = {0};
        Runnable look = () -> {
            Optional<Poll<?>> poll = pane.header().pollProperty().get();
            poll.ifPresent(answer -> {
                switch (answer) {
                    case Poll.Fresh<?> fresh -> {}
                    case Poll.Unavailable<?> unavailable -> ready.complete(Optional.of(unavailable.fault()));
                    case Poll.Failed<?> failed -> {
                        if (!failed.asksAgain()) {
                            ready.complete(Optional.of(failed.fault()));
                        }
                    }
                }
            });
            int wanted = pane.asksTheServer() ? ANSWERS : 1;
            boolean answered = answers[0] >= wanted || !pane.feed().asks();
            if (answered && pane.header().readyProperty().get()) {
                ready.complete(Optional.empty());
            }
        };
        pane.header().stampProperty().addListener((property, before, now) -> {
            answers[0]++;
            look.run();
        });
        pane.header().pollProperty().addListener((property, before, now) -> look.run());
        pane.header().readyProperty().addListener((property, before, now) -> look.run());
        look.run();
    }

    private Optional<Fault> await(CompletableFuture<Optional<Fault>> ready, Target on, String pane, Duration deadline)
            throws FaultException {
        try {
            return ready.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new FaultException(lastWord(on, pane, deadline), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FaultException(new Fault(FaultKind.FAILED, "the picture was given up"), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the pane broke", e.getCause());
        }
    }

    private Fault lastWord(Target on, String pane, Duration deadline) throws FaultException {
        Optional<Poll<?>> poll = onFx(() ->
                window.pane().flatMap(shown -> shown.header().pollProperty().get()));
        if (poll.isPresent() && poll.get() instanceof Poll.Failed<?> failed) {
            return failed.fault();
        }
        return new Fault(
                FaultKind.TIMEOUT,
                "the " + pane + " pane of " + on.name() + " was not ready after " + Spans.words(deadline),
                "Give it more time, or look whether the server is busy");
    }

    private BufferedImage picture() {
        console.applyCss();
        console.layout();
        return SwingFXUtils.fromFXImage(console.snapshot(null, null), null);
    }

    private <T> T onFx(Supplier<T> task) throws FaultException {
        CompletableFuture<T> result = new CompletableFuture<>();
        fx.run(() -> {
            try {
                result.complete(task.get());
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FaultException(new Fault(FaultKind.FAILED, "the picture was given up"), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the window broke", e.getCause());
        }
    }

    @Override
    public void close() throws FaultException {
        onFx(() -> {
            stage.close();
            window.close();
            return true;
        });
    }
}
