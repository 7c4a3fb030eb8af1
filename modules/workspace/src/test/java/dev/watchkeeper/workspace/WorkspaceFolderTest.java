package dev.watchkeeper.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.FaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceFolderTest {
    @TempDir
    private Path home;

    @Test
    void isWhereTheSystemKeepsSuchThings() {
        assertThat(path(Map.of("WATCHKEEPER_HOME", "/w", "XDG_CONFIG_HOME", "/x"), "Linux"))
                .isEqualTo(Path.of("/w"));
        assertThat(path(Map.of("XDG_CONFIG_HOME", "/x"), "Linux")).isEqualTo(Path.of("/x/watchkeeper"));
        assertThat(path(Map.of("XDG_CONFIG_HOME", ""), "Linux")).isEqualTo(home.resolve(".config/watchkeeper"));
        assertThat(path(Map.of("APPDATA", "/roaming"), "Windows 11")).isEqualTo(Path.of("/roaming/Watchkeeper"));
        assertThat(path(Map.of(), "Mac OS X")).isEqualTo(home.resolve("Library/Application Support/Watchkeeper"));
    }

    @Test
    void isItsOwnersAlone() throws FaultException, IOException {
        WorkspaceFolder folder = WorkspaceFolder.of(Map.of(), "Linux", home);
        folder.create();
        folder.create();
        assertThat(Files.getPosixFilePermissions(folder.path()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    private Path path(Map<String, String> variables, String system) {
        return WorkspaceFolder.of(variables, system, home).path();
    }
}
