package dev.watchkeeper.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.lab.host.LabHost;
import dev.watchkeeper.lab.process.FreePorts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code watchkeeper host test}, on the lab's host. */
@SuppressWarnings("NullAway.Init") // set before each test
class HostTestTest {
    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

    @TempDir
    private Path home;

    private LabHost host;

    @BeforeEach
    void begin() throws IOException {
        host = LabHost.start(home.resolve("host"), new FreePorts());
        Files.createDirectories(home.resolve("watchkeeper"));
        Files.writeString(home.resolve("watchkeeper/connections.yaml"), "hosts:\n" + host.yaml("lab"));
    }

    @AfterEach
    void end() {
        host.close();
    }

    private static List<String> fingerprints(String text) {
        return FINGERPRINT
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    private Path known() {
        return home.resolve("host/known_hosts");
    }

    @Test
    void tellsWhatIsThere() {
        Typed typed = Typed.at(home).run("host", "test", "lab");
        assertThat(typed.err()).isEmpty();
        assertThat(typed.exit()).isEqualTo(Exit.DONE);
        assertThat(typed.out())
                .startsWith("lab answers.")
                .contains("user", System.getProperty("user.name"), "system", "clock", "the same as here");
        Typed json = Typed.at(home).run("host", "test", "local", "--format", "json");
        assertThat(json.out()).startsWith("{\"host\":\"local\",").contains("\"ahead_ms\":", "\"tools\":[");
    }

    @Test
    void showsAnUnknownHostsFingerprintAndAsksOnce() throws IOException {
        String line = Files.readString(known());
        Files.delete(known());
        Typed nobody = Typed.at(home).run("host", "test", "lab");
        assertThat(nobody.exit()).isEqualTo(Exit.UNREACHABLE_OR_DENIED);
        assertThat(fingerprints(nobody.err())).hasSize(1);
        assertThat(nobody.err()).contains("watchkeeper host test lab at a terminal asks for it");
        assertThat(Typed.at(home).answering("no").run("host", "test", "lab").exit())
                .isEqualTo(Exit.UNREACHABLE_OR_DENIED);
        assertThat(known()).doesNotExist();
        assertThat(Typed.at(home).answering("yes").run("host", "test", "lab").exit())
                .isEqualTo(Exit.DONE);
        assertThat(Files.readString(known()).strip().split(" ", -1)[2]).isEqualTo(line.split(" ", -1)[2]);
        assertThat(Typed.at(home).run("host", "test", "lab").exit()).isEqualTo(Exit.DONE);
    }

    @Test
    void refusesAChangedKeyWithBothFingerprints() throws IOException {
        String before = Files.readString(known());
        try (LabHost other = LabHost.start(home.resolve("other"), new FreePorts())) {
            assertThat(other).isNotNull();
            String key = Files.readString(home.resolve("other/known_hosts")).split(" ", 2)[1];
            Files.writeString(known(), before.split(" ", 2)[0] + " " + key, StandardCharsets.UTF_8);
        }
        Typed refused = Typed.at(home).answering("yes").run("host", "test", "lab");
        assertThat(refused.exit()).isEqualTo(Exit.UNREACHABLE_OR_DENIED);
        assertThat(fingerprints(refused.err())).hasSize(2);
        assertThat(refused.err()).contains("has changed", known() + " line 1");
    }

    @Test
    void saysWhenNobodyIsThere() {
        host.close();
        Typed typed = Typed.at(home).run("host", "test", "lab");
        assertThat(typed.exit()).isEqualTo(Exit.UNREACHABLE_OR_DENIED);
        assertThat(typed.err()).contains("can't be reached over SSH");
    }
}
