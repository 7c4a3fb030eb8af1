package dev.watchkeeper.hosts.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.hosts.Ran;
import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.lab.host.LabHost;
import dev.watchkeeper.lab.process.FreePorts;
import dev.watchkeeper.lab.process.Tool;
import dev.watchkeeper.lab.testing.Debian;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lab's host behaves as one that sshd serves. */
class LabHostTest {
    @TempDir
    private Path folder;

    @Test
    void runsScriptsAndEndsThem() throws IOException, FaultException {
        try (LabHost lab = LabHost.start(folder.resolve("lab"), new FreePorts());
                SshHost host = new SshHosts(new SshHome(Map.of(), folder, "somebody"), SshPerson.nobody())
                        .host(lab.spec("lab"))) {
            Ran ran = host.run(Script.of("pwd; echo trouble >&2; exit 3"));
            assertThat(ran.text()).isEqualTo(folder.resolve("lab/home") + "\n");
            assertThat(ran.error()).isEqualTo("trouble");
            assertThat(ran.exit()).isEqualTo(3);
            AtomicLong bytes = new AtomicLong();
            host.stream(Script.of("head -c 20000000 /dev/zero"), chunk -> bytes.addAndGet(chunk.length));
            assertThat(bytes.get()).isEqualTo(20_000_000);
            lab.cut();
            assertThat(host.run(Script.of("echo back")).text()).isEqualTo("back\n");
        }
    }

    @Test
    void letsSshItselfIn() throws IOException {
        Debian.needs("ssh");
        try (LabHost lab = LabHost.start(folder.resolve("lab"), new FreePorts())) {
            assertThat(Tool.run("sh", "-c", lab.command() + " echo in")).isEqualTo("in\n");
        }
    }
}
