package dev.watchkeeper.app.panes.locks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.app.panes.locks.picture.Dossier;
import dev.watchkeeper.app.panes.locks.picture.Forests;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.postgres.locks.BlockingForest;
import dev.watchkeeper.postgres.locks.Party;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocksModelTest {
    private final LocksModel model = new LocksModel(ZoneOffset.UTC);

    private static Snapshot<BlockingForest> snapshot(BlockingForest forest, int second) {
        return new Snapshot<>(forest, Forests.NOW.plusSeconds(second), ServerVersion.parse("17.11"), new Cost(1, 1000));
    }

    private LocksScene seen(Forests forests, int second) {
        return model.seen(snapshot(forests.grow(), second));
    }

    @Test
    void whileOneLooksBackNewAnswersChangeOnlyTheTimeLine() {
        seen(new Forests().rowQueue(5), 0);
        seen(new Forests().rowQueue(9), 2);
        Instant then = Forests.NOW.plusSeconds(1);
        LocksScene past = model.look(Optional.of(then)).orElseThrow();
        assertThat(past.live()).isFalse();
        assertThat(past.forest().waiting()).isEqualTo(5);
        LocksScene later = seen(new Forests(), 4);
        assertThat(later.forest().waiting()).isEqualTo(5);
        assertThat(later.track().samples()).hasSize(3);
        assertThat(later.lastBlocked()).contains(Forests.NOW.plusSeconds(2));
        LocksScene now = model.look(Optional.empty()).orElseThrow();
        assertThat(now.live()).isTrue();
        assertThat(now.forest().isEmpty()).isTrue();
    }

    @Test
    void anOpenedPileShowsMoreAndIsTheAnchorOfThePicture() {
        LocksScene before = seen(new Forests().rowQueue(60).alterWithReaders(30), 0);
        String pile = before.picture().nodeOf(Party.session(1040)).orElseThrow();
        LocksScene after = model.open(pile).orElseThrow();
        assertThat(after.anchor()).isEqualTo(pile);
        assertThat(after.layout().placed())
                .hasSize(before.layout().placed().size() + 12)
                .containsKey(pile);
        LocksScene next = seen(new Forests().rowQueue(61).alterWithReaders(31), 2);
        assertThat(next.anchor()).isEmpty();
        after.layout()
                .placed()
                .forEach((id, was) -> assertThat(next.layout().place(id)).hasValueSatisfying(now -> {
                    assertThat(now.y()).isEqualTo(was.y());
                    assertThat(now.column()).isEqualTo(was.column());
                }));
    }

    @Test
    void whoeverLeavesStaysSelectedAsGone() {
        Selection selection = new Selection();
        LocksScene before = seen(new Forests().rowQueue(5).alterWithReaders(12), 0);
        selection.follow(before);
        assertThat(selection.party()).contains(Party.session(41002));
        assertThat(selection.dossier(before)).map(Dossier::state).contains("active");
        LocksScene after = seen(new Forests().rowQueue(5), 2);
        selection.follow(after);
        assertThat(selection.party()).contains(Party.session(41002));
        assertThat(selection.dossier(after)).map(Dossier::state).contains("gone");
        assertThat(selection.node(after)).isEmpty();
    }

    @Test
    void theRecordingIsOneJsonObjectALine() throws IOException {
        seen(new Forests(), 0);
        seen(new Forests().alterWithReaders(3).prepared("it's \"odd\"\n", 5), 2);
        StringWriter out = new StringWriter();
        new RecordingJson("billing").write(model.frames(), out);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode second = new ObjectMapper().readTree(lines.get(1));
        assertThat(second.path("waiting").asInt()).isEqualTo(4);
        assertThat(second.path("rows").findValuesAsText("gid")).containsExactly("it's \"odd\"\n");
        JsonNode reader = second.path("rows").get(1);
        assertThat(reader.path("pid").asInt()).isEqualTo(5000);
        assertThat(reader.path("soft_blocked_by").get(0).asInt()).isEqualTo(42290);
        assertThat(reader.path("lock").asText()).isEqualTo("public.invoices");
    }
}
