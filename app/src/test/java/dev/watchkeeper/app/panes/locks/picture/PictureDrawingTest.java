package dev.watchkeeper.app.panes.locks.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.report.Block;
import dev.watchkeeper.report.Shape;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PictureDrawingTest {
    @Test
    void drawsEveryCardAndArrowWithinItsBounds() {
        Block.Drawing drawing = PictureDrawing.of(
                new Snapshot<>(
                        new Forests().rowQueue(50).alterWithReaders(20).grow(),
                        Forests.NOW,
                        ServerVersion.parse("17.11"),
                        Cost.NONE),
                ZoneOffset.UTC);
        assertThat(drawing.shapes()).filteredOn(Shape.Box.class::isInstance).hasSize(8);
        // six edges, and two samples in the legend
        assertThat(drawing.shapes()).filteredOn(Shape.Arrow.class::isInstance).hasSize(8);
        assertThat(drawing.shapes()).allSatisfy(shape -> {
            if (shape instanceof Shape.Box box) {
                assertThat(box.x() + box.width()).isLessThanOrEqualTo(drawing.width());
                assertThat(box.y() + box.height()).isLessThanOrEqualTo(drawing.height());
            }
        });
    }
}
