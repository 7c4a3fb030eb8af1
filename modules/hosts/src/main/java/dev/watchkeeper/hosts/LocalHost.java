package dev.watchkeeper.hosts;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.HostSpec;
import dev.watchkeeper.kernel.text.Spans;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The workstation itself. */
public final class LocalHost implements Host {
    private static final Executor THREADS = Thread.ofVirtual().name("local-script")::start;

    private final Map<String, String> variables;

    public LocalHost() {
        this(Map.of());
    }

    /** @param variables set for its scripts, besides those of this process */
    public LocalHost(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    @Override
    public String name() {
        return HostSpec.LOCAL;
    }

    @Override
    public Ran run(Script script) throws FaultException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Ran ran = stream(script, all::writeBytes);
        return new Ran(ran.exit(), all.toByteArray(), ran.error());
    }

    @Override
    public Ran stream(Script script, Consumer<byte[]> output) throws FaultException {
        try {
            ProcessBuilder shell = new ProcessBuilder("/bin/sh");
            shell.environment().putAll(variables);
            return stream(shell.start(), script, output);
        } catch (IOException | UncheckedIOException | CompletionException e) {
            throw new FaultException(FaultKind.FAILED, "a script on this machine broke: " + e.getMessage(), "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FaultException(FaultKind.TIMEOUT, "a script on this machine was ended from outside", "");
        }
    }

    private static Ran stream(Process process, Script script, Consumer<byte[]> output)
            throws IOException, InterruptedException, FaultException {
        try {
            CompletableFuture<String> error =
                    CompletableFuture.supplyAsync(() -> Tail.read(process.getErrorStream()), THREADS);
            CompletableFuture<Void> all =
                    CompletableFuture.runAsync(() -> pass(process.getInputStream(), output), THREADS);
            try (OutputStream in = process.getOutputStream()) {
                in.write(script.sent().getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(script.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new FaultException(
                        FaultKind.TIMEOUT,
                        "a script on this machine was given up after " + Spans.words(script.patience()),
                        "");
            }
            all.join();
            return new Ran(process.exitValue(), new byte[0], error.join());
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private static void pass(InputStream from, Consumer<byte[]> to) {
        byte[] chunk = new byte[64 * 1024];
        try {
            for (int n = from.read(chunk); n >= 0; n = from.read(chunk)) {
                to.accept(Arrays.copyOf(chunk, n));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // nothing is kept open
    }
}
