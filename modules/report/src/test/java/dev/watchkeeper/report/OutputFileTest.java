package dev.watchkeeper.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    private final Path folder;

    OutputFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void keepsTheOldFileWhenTheNewOneFails() throws Exception {
        Path file = Files.writeString(folder.resolve("report.csv"), "old");
        assertThatThrownBy(() -> OutputFile.write(file, out -> {
                    out.write("half".getBytes(StandardCharsets.UTF_8));
                    throw new IOException("No space left on device");
                }))
                .isInstanceOfSatisfying(FaultException.class, e -> {
                    assertThat(e.fault().kind()).isEqualTo(FaultKind.FAILED);
                    assertThat(e.fault().message()).contains(file.toString(), "No space left on device");
                });
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void replacesTheOldFile() throws Exception {
        Path file = Files.writeString(folder.resolve("report.csv"), "old");
        OutputFile.write(file, out -> out.write("new".getBytes(StandardCharsets.UTF_8)));
        assertThat(file).hasContent("new");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void refusesAFolder() {
        assertThatThrownBy(() -> OutputFile.write(folder, out -> out.write(1)))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault().kind()).isEqualTo(FaultKind.BAD_INPUT));
    }
}
