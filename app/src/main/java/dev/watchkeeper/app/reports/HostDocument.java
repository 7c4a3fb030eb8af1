package dev.watchkeeper.app.reports;

import dev.watchkeeper.app.hosts.HostView;
import dev.watchkeeper.app.hosts.HostWords;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.report.Block;
import dev.watchkeeper.report.Document;
import dev.watchkeeper.report.Fact;
import dev.watchkeeper.report.Tone;
import java.util.List;

/** How the host of a server is, for the incident ticket. */
public final class HostDocument {
    private HostDocument() {}

    public static Document of(Snapshot<HostView> snapshot, Origin origin) {
        HostView view = snapshot.value();
        List<Fact> facts = HostWords.facts(view.facts()).entrySet().stream()
                .map(fact -> new Fact(fact.getKey(), fact.getValue(), Tone.PLAIN))
                .toList();
        List<Fact> disks = view.disks().stream()
                .map(one -> new Fact(
                        one.holds(),
                        Sizes.bytes(one.disk().freeBytes()) + " of "
                                + Sizes.bytes(one.disk().sizeBytes()) + " free",
                        Tone.PLAIN))
                .toList();
        return new Document(
                "Host of " + origin.target().name(),
                HostWords.sentence(view),
                origin.cover(snapshot),
                List.of(
                        new Block.Heading("Host"),
                        new Block.Facts(facts),
                        new Block.Heading("Disks"),
                        new Block.Facts(disks)));
    }
}
