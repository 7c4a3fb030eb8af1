package dev.watchkeeper.app.controls.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Packed rows give back what was put in. */
final class ResultRowsTest {
    @Test
    void nullAndEmptyStayApartAcrossPages() {
        ResultRows rows = new ResultRows();
        rows.add(PackedPage.of(3, List.of(Arrays.asList(null, "", "a"), Arrays.asList("", null, null))));
        rows.add(PackedPage.of(3, List.of()));
        rows.add(PackedPage.of(3, List.of(Arrays.asList("žluť 🐘", null, "z"))));
        assertThat(rows).hasSize(3);
        assertThat(rows.row(0)).containsExactly(null, "", "a");
        assertThat(rows.row(1)).containsExactly("", null, null);
        assertThat(rows.row(2)).containsExactly("žluť 🐘", null, "z");
        assertThat(rows.beginning(2, 0, 4)).isEqualTo("žluť");
        assertThat(rows.indexOf(2)).isEqualTo(2);
        assertThat(rows.contains(3)).isFalse();
    }
}
