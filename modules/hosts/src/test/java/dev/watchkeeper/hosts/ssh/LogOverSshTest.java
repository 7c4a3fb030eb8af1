package dev.watchkeeper.hosts.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.hosts.logs.HostLog;
import dev.watchkeeper.hosts.logs.KeptLog;
import dev.watchkeeper.hosts.logs.RedisLog;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log on a host that is reached over a line that drops, and one that is closed to who enters. */
class LogOverSshTest {
    private static final int SIZE = 6 << 20;

    @TempDir
    private Path home;

    @Test
    void goesOnWhereTheLineDroppedAndSaysWhatIsClosed() throws Exception {
        try (SshSetting setting = new SshSetting(home)) {
            setting.key("id_ed25519", "ed25519", "");
            setting.trustServer();
            byte[] written = new byte[SIZE];
            new Random(1).nextBytes(written);
            Path log = setting.lab().path().resolve("server.log");
            Files.write(log, written);
            Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-r--r--"));
            Path closed = setting.lab().path().resolve("closed.log");
            Files.write(closed, written);
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("-w-------"));
            KeptLog kept = new KeptLog();
            try (SshHost host = setting.host()) {
                HostLog source = log(host, log);
                Fault cut = Assertions.catchThrowableOfType(
                                FaultException.class, () -> source.read(SIZE, SIZE * 2L, new Cutting(kept, setting)))
                        .fault();
                assertThat(cut.kind()).as(cut.sentence()).isEqualTo(FaultKind.UNREACHABLE);
                assertThat(kept.bytes().length).isBetween(1, SIZE - 1);
                assertThat(source.read(SIZE, SIZE * 2L, kept).complete()).isTrue();
                assertThat(kept.bytes()).isEqualTo(written);
                assertThat(kept.begins()).isEqualTo(1);

                Fault denied = Assertions.catchThrowableOfType(
                                FaultException.class, () -> log(host, closed).read(SIZE, SIZE, kept))
                        .fault();
                assertThat(denied.kind()).isEqualTo(FaultKind.DENIED);
                assertThat(denied.message())
                        .isEqualTo("on it " + setting.server().user() + " may not read " + closed);
            }
        }
    }

    private static HostLog log(SshHost host, Path file) {
        return new HostLog(host, new RedisLog(() -> new RedisLog.Clues(file.toString(), "/", 0)));
    }

    /** Cuts all lines when the first bytes are there. */
    private record Cutting(KeptLog kept, SshSetting setting) implements dev.watchkeeper.kernel.log.LogSink {
        @Override
        public void begin(dev.watchkeeper.kernel.log.LogPlace place, boolean whole) {
            kept.begin(place, whole);
        }

        @Override
        public void take(byte[] piece) {
            if (kept.bytes().length == 0) {
                setting.server().cut();
            }
            kept.take(piece);
        }
    }
}
