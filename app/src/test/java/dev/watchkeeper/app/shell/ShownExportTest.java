package dev.watchkeeper.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.report.Cover;
import dev.watchkeeper.report.Document;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShownExportTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    private static ShownExport of(String target) {
        Target server = Target.unsaved(
                target,
                new Endpoint(
                        Engine.POSTGRESQL, List.of(new HostPort("db", 5432)), "shop", "dba", new LinkedHashMap<>()));
        Records rows = new Records(
                List.of("pid"), List.of(new Records.Row().with("pid", 7).values()));
        return new ShownExport(
                "sessions",
                new Snapshot<>("what was read", AT, ServerVersion.parse("17.4"), Cost.NONE),
                new Origin(server, "only active", ZoneOffset.UTC, "the DBA"),
                () -> List.of(rows),
                from -> new Document(
                        "Sessions",
                        "",
                        new Cover(List.of(), AT, from.zone(), from.filter(), from.madeBy()),
                        List.of()));
    }

    @Test
    void anOddNameMakesAFileNameThatEverySystemTakes() {
        assertThat(of("../bill ing/zürich:5432; rm").fileStem()).isEqualTo("sessions-..-bill-ing-zürich-5432-rm");
    }

    @Test
    void saysOfWhatItIsAndWhoTakesItAway() throws IOException {
        StringWriter csv = new StringWriter();
        StringWriter json = new StringWriter();
        of("billing").csv(csv);
        of("billing").json(json);

        assertThat(csv.toString().lines()).containsExactly("target,taken_at,pid", "billing,2026-03-01T10:00:00Z,7");
        assertThat(json.toString())
                .startsWith("{\"pane\":\"sessions\",\"target\":\"billing\"")
                .contains("\"pid\":7");
        assertThat(of("billing").document().cover().madeBy()).isEqualTo("the DBA");
        assertThat(of("billing").document().cover().filter()).isEqualTo("only active");
    }
}
