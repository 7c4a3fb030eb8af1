package dev.watchkeeper.hosts.ssh;

import dev.watchkeeper.hosts.Ran;
import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.hosts.Tail;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.text.Spans;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import net.schmizz.sshj.connection.channel.direct.Session;

/** One script on one session. */
final class ScriptRun {
    private static final Executor THREADS = Thread.ofVirtual().name("ssh-script")::start;
    private static final int CHUNK = 64 * 1024;

    private final Lines.Open open;
    private final Script script;
    private final String host;
    private final CompletableFuture<OptionalLong> process = new CompletableFuture<>();
    /** The last that was said before the script began, on whichever stream. */
    private volatile String before = "";

    ScriptRun(Lines.Open open, Script script, String host) {
        this.open = open;
        this.script = script;
        this.host = host;
    }

    /** The shell that runs it, as the host counts processes; empty if it never began. Waits for what is on its way. */
    OptionalLong process() {
        return process.join();
    }

    Ran stream(Consumer<byte[]> output) throws FaultException {
        Session.Command command = begun();
        CompletableFuture<String> error = CompletableFuture.supplyAsync(() -> error(command.getErrorStream()), THREADS);
        CompletableFuture<?> passed = CompletableFuture.runAsync(() -> pass(command.getInputStream(), output), THREADS);
        CompletableFuture<?> ended = CompletableFuture.runAsync(() -> serve(command), THREADS);
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(passed, error, ended), firstTrouble(passed, error, ended))
                    .get(script.patience().toMillis(), TimeUnit.MILLISECONDS);
            int status = ExitStatus.of(command, host);
            if (process().isEmpty()) {
                throw notBegun(status);
            }
            return new Ran(status, new byte[0], error.join());
        } catch (TimeoutException e) {
            throw new FaultException(
                    FaultKind.TIMEOUT,
                    "a script on " + host + " was given up after " + Spans.words(script.patience()),
                    "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FaultException(FaultKind.TIMEOUT, "a script on " + host + " was ended from outside", "");
        } catch (ExecutionException e) {
            settle(passed);
            throw broken(e);
        }
    }

    /** What came before a line was cut is passed on before that is told: whoever goes on counts what it has. */
    private void settle(CompletableFuture<?> passed) {
        try {
            passed.handle((nothing, trouble) -> true)
                    .get(open.line().host().limit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException stillPassing) {
            return;
        }
    }

    /** A login shell that runs nothing, or not this. */
    private FaultException notBegun(int status) {
        String said = before.replaceFirst("\\.+$", "");
        return new FaultException(
                FaultKind.DENIED,
                host + " lets one in, but its login shell does not run /bin/sh: "
                        + (said.isEmpty() ? "it ends with status " + status : said),
                "It takes an account that may run commands");
    }

    private void heard(String line) {
        if (!line.isBlank()) {
            before = line.strip();
        }
    }

    private Session.Command begun() throws FaultException {
        try {
            // whatever the login shell is, it knows how to start another program
            return SshLine.within(
                    open.line().host().limit(), () -> open.session().exec("/bin/sh"));
        } catch (IOException e) {
            process.complete(OptionalLong.empty());
            throw Unreachable.cut(host, "a script was begun", e);
        }
    }

    private static CompletableFuture<?> firstTrouble(CompletableFuture<?>... parts) {
        CompletableFuture<Boolean> trouble = new CompletableFuture<>();
        for (CompletableFuture<?> part : parts) {
            CompletableFuture<?> watched = part.exceptionally(e -> {
                trouble.completeExceptionally(
                        e instanceof CompletionException && e.getCause() != null ? e.getCause() : e);
                return null;
            });
            assert watched != null;
        }
        return trouble;
    }

    /** Hands in the script, and waits for the end. */
    private void serve(Session.Command command) {
        try {
            handIn(command);
            command.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handIn(Session.Command command) {
        try (OutputStream in = command.getOutputStream()) {
            in.write((Greeting.text() + script.sent()).getBytes(StandardCharsets.UTF_8));
            in.flush();
        } catch (IOException nobodyReads) {
            // whoever has ended already tells with what status; if the line is gone, that is told by whoever waits for
            // it
            return;
        }
    }

    private String error(InputStream from) {
        try {
            process.complete(Greeting.read(from, this::heard));
            return Tail.read(from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            process.complete(OptionalLong.empty());
        }
    }

    private void pass(InputStream from, Consumer<byte[]> to) {
        byte[] chunk = new byte[CHUNK];
        try {
            Greeting.read(from, this::heard);
            for (int n = from.read(chunk); n >= 0; n = from.read(chunk)) {
                to.accept(Arrays.copyOf(chunk, n));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FaultException broken(ExecutionException e) {
        Throwable trouble = e.getCause() == null ? e : e.getCause();
        return trouble instanceof UncheckedIOException
                ? Unreachable.cut(host, "a script ran", trouble)
                : new FaultException(
                        FaultKind.FAILED, "the output of a script on " + host + " broke: " + trouble.getMessage(), "");
    }
}
