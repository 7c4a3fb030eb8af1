package dev.watchkeeper.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged tree, as it is started. Runs after {@code package}. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherIT {
    private static final Path LAUNCHER =
            Path.of("target", "watchkeeper", "bin", "watchkeeper").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void startsThroughALinkInAFolderWithSpaces() throws Exception {
        Path spaced = Files.createDirectory(folder.resolve("my own tools"));
        Path link = Files.createSymbolicLink(spaced.resolve("wk"), LAUNCHER);
        Path relative = Files.createSymbolicLink(folder.resolve("again"), Path.of("my own tools", "wk"));
        assertThat(run(link, "--version")).startsWith("Watchkeeper ").doesNotContain("unknown");
        assertThat(run(relative, "sql", "locks", "--server-version", "14")).contains("pg_locks");
    }

    @Test
    void passesExitCodesOn() throws Exception {
        assertThat(exit(new ProcessBuilder(LAUNCHER.toString(), "show", "nothing")))
                .isEqualTo(Exit.BAD_ARGUMENTS);
        assertThat(exit(new ProcessBuilder(
                        LAUNCHER.toString(), "show", "locks", "--on", "postgresql://x@127.0.0.1:1/x")))
                .isEqualTo(Exit.UNREACHABLE_OR_DENIED);
    }

    @Test
    void saysWhenThereIsNoJava() throws Exception {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", LAUNCHER.toString(), "--version");
        builder.environment().put("WATCHKEEPER_JAVA_HOME", folder.toString());
        builder.redirectErrorStream(true);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(Exit.FAILED);
        assertThat(said).contains("no Java 25 or newer");
    }

    private static int exit(ProcessBuilder builder) throws IOException, InterruptedException {
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private String run(Path command, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command.toString());
        builder.command().addAll(List.of(arguments));
        builder.directory(folder.toFile());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return out;
    }
}
