package dev.watchkeeper.app.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.history.HistoryStore;
import dev.watchkeeper.history.Retention;
import dev.watchkeeper.history.queue.HistoryQueue;
import dev.watchkeeper.history.sqlite.SqliteHistory;
import dev.watchkeeper.lab.process.Patience;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Who of several recorders keeps a server. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only there one knows whose process numbers are the same")
final class ScribeTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final RecorderName SELF = RecorderName.own("tester");

    @TempDir
    Path folder;

    private static RecorderName as(String user, long process) {
        return new RecorderName(user, SELF.host(), process, SELF.boot());
    }

    private static long killed() throws Exception {
        Process process = new ProcessBuilder("sleep", "600").start();
        process.destroyForcibly().waitFor();
        return process.pid();
    }

    @Test
    void whoWasKilledIsNotWaitedFor() throws Exception {
        String gone = as("tester", killed()).words();
        try (HistoryStore store = SqliteHistory.open(folder.resolve("history.db"), Clock.systemUTC(), warning -> {})) {
            assertThat(store.claim("shop", gone, MINUTE).isHeldBy(gone)).isTrue();
            HistoryQueue queue = new HistoryQueue(
                    store, Retention.DEFAULT, HistoryQueue.Rhythm.USUAL, Clock.systemUTC(), fault -> {});
            try (Scribe scribe = new Scribe(store, queue.start(), SELF)) {
                assertThat(scribe.otherRecorder("shop")).isEmpty();
                assertThat(store.claim("shop", "somebody else", MINUTE).isHeldBy(SELF.words()))
                        .isTrue();
            }
        }
    }

    @Test
    void whoMayLiveIsWaitedFor() throws Exception {
        long killed = killed();
        assertThat(SELF.knowsGone(as("tester", killed).words())).isTrue();
        Process lives = new ProcessBuilder("sleep", "600").start();
        try {
            assertThat(SELF.knowsGone(as("tester", lives.pid()).words())).isFalse();
        } finally {
            lives.destroyForcibly().waitFor();
        }
        assertThat(SELF.knowsGone(as("somebody", killed).words()))
                .as("another person's processes may be hidden")
                .isFalse();
        assertThat(SELF.knowsGone(new RecorderName("tester", "elsewhere", killed, SELF.boot()).words()))
                .isFalse();
        assertThat(SELF.knowsGone(new RecorderName("tester", SELF.host(), killed, "0").words()))
                .as("another machine or container of the same name")
                .isFalse();
        assertThat(SELF.knowsGone(new RecorderName("tester", SELF.host(), killed, "").words()))
                .isFalse();
        assertThat(SELF.knowsGone("somebody else")).isFalse();
    }

    /** Killed, but whoever started it has not asked what became of it. */
    @Test
    void whatNobodyWaitedForIsGoneToo() throws Exception {
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0 & echo $!; exec sleep 600").start();
        try (var lines = parent.inputReader()) {
            long zombie = Long.parseLong(lines.readLine());
            Patience.until(
                    Duration.ofSeconds(30),
                    "it has ended",
                    () -> SELF.knowsGone(as("tester", zombie).words()));
        } finally {
            parent.destroyForcibly().waitFor();
        }
    }
}
