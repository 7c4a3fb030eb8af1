package dev.watchkeeper.app.reports;

import dev.watchkeeper.app.hosts.HostView;
import dev.watchkeeper.app.hosts.HostWords;
import dev.watchkeeper.app.hosts.HostsView;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.report.Block;
import dev.watchkeeper.report.Document;
import dev.watchkeeper.report.Fact;
import dev.watchkeeper.report.Tone;
import java.util.ArrayList;
import java.util.List;

/** How the host of a server is, for the incident ticket. */
public final class HostDocument {
    private HostDocument() {}

    public static Document of(Snapshot<HostsView> snapshot, Origin origin) {
        HostsView all = snapshot.value();
        List<Block> blocks = new ArrayList<>();
        all.unanswered()
                .ifPresent(fault -> blocks.add(
                        new Block.Paragraph("The server can't be asked: " + fault.sentence() + ".", Tone.AMBER)));
        for (HostView view : all.all()) {
            blocks.add(new Block.Heading(view.host()));
            blocks.add(new Block.Facts(HostWords.facts(view.facts()).entrySet().stream()
                    .map(fact -> new Fact(fact.getKey(), fact.getValue(), Tone.PLAIN))
                    .toList()));
            blocks.add(new Block.Heading("Disks of " + view.host()));
            blocks.add(new Block.Facts(view.disks().stream()
                    .map(one -> new Fact(one.holds(), words(all, view, one), Tone.PLAIN))
                    .toList()));
        }
        all.silent()
                .forEach(one -> blocks.add(new Block.Paragraph(
                        one.host() + " does not answer: " + one.fault().sentence() + ".", Tone.AMBER)));
        return new Document(
                "Host of " + origin.target().name(), HostWords.sentence(all), origin.cover(snapshot), blocks);
    }

    private static String words(HostsView all, HostView view, HostView.DiskUse one) {
        String growth = HostWords.growth(all.growth(view, one.disk()), one.disk());
        return Sizes.bytes(one.disk().freeBytes()) + " of "
                + Sizes.bytes(one.disk().sizeBytes()) + " free" + (growth.isEmpty() ? "" : ", " + growth);
    }
}
