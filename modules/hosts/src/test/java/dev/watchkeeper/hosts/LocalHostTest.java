package dev.watchkeeper.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.lab.process.Patience;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LocalHostTest {
    private final LocalHost host = new LocalHost();

    @Test
    void tellsStatusOutputAndErrors() throws Exception {
        Ran ran = host.run(Script.of("echo out; echo wrong >&2; cat; exit 7"));
        assertThat(ran.exit()).isEqualTo(7);
        assertThat(ran.text()).isEqualTo("out\n");
        assertThat(ran.error()).isEqualTo("wrong");
    }

    @Test
    void doesNothingOfAScriptThatIsNotWhole() throws Exception {
        Ran ran = host.run(Script.of("echo begun; for one in a; do echo x"));
        assertThat(ran.isFine()).isFalse();
        assertThat(ran.text()).isEmpty();
    }

    @Test
    void givesUpAndLeavesNothingRunning() throws Exception {
        FaultException e = catchThrowableOfType(
                FaultException.class,
                () -> host.run(new Script("sleep 98765.4 & sleep 98765.4", Duration.ofMillis(300))));
        assertThat(e.fault().kind()).isEqualTo(FaultKind.TIMEOUT);
        // told to end, they end in a moment
        Patience.until(
                Duration.ofSeconds(60),
                "nothing runs on",
                () -> ProcessHandle.current()
                        .descendants()
                        .filter(ProcessHandle::isAlive)
                        .noneMatch(one -> one.info().commandLine().orElse("").contains("98765.4")));
    }

    @Test
    void passesOnAHundredMegabytes() throws Exception {
        AtomicLong bytes = new AtomicLong();
        host.stream(Script.of("head -c 100000000 /dev/zero"), chunk -> bytes.addAndGet(chunk.length));
        assertThat(bytes.get()).isEqualTo(100_000_000);
    }
}
