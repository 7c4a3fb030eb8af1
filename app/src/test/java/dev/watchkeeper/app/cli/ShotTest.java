package dev.watchkeeper.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.workbench.Surroundings;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LabExtension.class)
final class ShotTest {
    @TempDir
    Path home;

    private final List<String> taken = new ArrayList<>();

    @Test
    void tellsTheCameraWhatToTake(SharedLabs labs) {
        String uri = labs.primary().uri();
        Typed typed = Typed.at(home)
                .window(new Recorder())
                .run("shot", "locks", "--on", uri, "--out", "x.png", "--theme", "dark", "--size", "800x600");
        assertThat(typed.exit()).isEqualTo(Exit.DONE);
        assertThat(taken).containsExactly("800x600", uri + " locks dark x.png");
    }

    @Test
    void aServerThatIsNotThereIsToldBeforeAnyWindowIsMade() {
        Typed typed = Typed.at(home).run("shot", "locks", "--on", "postgresql://x@127.0.0.1:1/x", "--out", "x.png");
        assertThat(typed.exit()).isEqualTo(Exit.UNREACHABLE_OR_DENIED);
        assertThat(typed.err()).contains("127.0.0.1:1");
    }

    @Test
    void whatIsNoSizeAndNoTheme() {
        String[] on = {"shot", "locks", "--on", "x", "--out", "x.png"};
        for (String[] wrong : new String[][] {{"--size", "big"}, {"--size", "1x1"}, {"--theme", "pink"}}) {
            String[] all = {on[0], on[1], on[2], on[3], on[4], on[5], wrong[0], wrong[1]};
            assertThat(Typed.at(home).run(all).exit()).isEqualTo(Exit.BAD_ARGUMENTS);
        }
    }

    private final class Recorder implements WindowFace {
        @Override
        public boolean hasDisplay(Surroundings surroundings) {
            return false;
        }

        @Override
        public void open(Surroundings surroundings, List<String> on) {
            throw new AssertionError("the window was opened");
        }

        @Override
        public List<String> panes() {
            return List.of("sessions", "locks");
        }

        @Override
        public List<String> panes(Target target) {
            return panes();
        }

        @Override
        public Camera camera(Workbench bench, List<Target> fleet, PictureSize size) {
            taken.add(size.width() + "x" + size.height());
            return new Camera() {
                @Override
                public void take(Target target, Sight sight, Duration deadline, Path file) {
                    taken.add(target.name() + " " + sight.pane() + (sight.dark() ? " dark " : " light ") + file);
                }

                @Override
                public void close() {
                    // nothing was opened
                }
            };
        }
    }
}
