package dev.watchkeeper.app.panes.replication;

import dev.watchkeeper.app.controls.Badge;
import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.Sentence;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.panes.replication.picture.LagHistory;
import dev.watchkeeper.app.panes.replication.picture.LinkText;
import dev.watchkeeper.app.panes.replication.picture.NodeText;
import dev.watchkeeper.app.reports.TopologyWords;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.kernel.topology.Detail;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.Offer;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.kernel.topology.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The selected node, link or slot explained, and what can be done about it. Lives on the FX thread. */
final class DetailCard {
    private final Label title = new Label();
    private final Badge role = new Badge("", Tone.NEUTRAL);
    private final Label trouble = new Label();
    private final StageGrid stages = new StageGrid();
    private final LagChart bytes = new LagChart("Behind, last 5 minutes", LagHistory.Sample::bytes, Sizes::bytes);
    private final LagChart millis =
            new LagChart("Until replayed", LagHistory.Sample::millis, value -> Spans.words(Duration.ofMillis(value)));
    private final FactGrid facts = new FactGrid();
    private final Button connect;
    private final OfferBar offers;
    private final Card card;
    private Chosen shown = new Chosen.Nothing();

    /** What its buttons do. */
    interface Doing {
        void take(Offer offer);

        void connect();
    }

    DetailCard(Doing doing, Runnable close) {
        connect = Buttons.styled(Buttons.plain(NodeText.CONNECT, doing::connect), "primary");
        connect.setId("connect");
        offers = new OfferBar(doing::take);
        title.getStyleClass().add("detail-title");
        title.setMinWidth(60);
        title.setTooltip(new Tooltip());
        title.getTooltip().textProperty().bind(title.textProperty());
        trouble.getStyleClass().addAll("detail-trouble", Tone.RED.styleClass());
        trouble.setWrapText(true);
        trouble.setMinHeight(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, title, role, gap, Buttons.icon("mdi2c-close", "Close the details (Esc)", close));
        head.getStyleClass().add("detail-head");
        VBox body = new VBox(12, trouble, stages, bytes, millis, facts, connect, offers);
        body.getStyleClass().add("card-body");
        card = new Card(head, body);
        seen(card, false);
    }

    javafx.scene.Node node() {
        return card;
    }

    /** Shows what is chosen; nothing if it isn't there any more. */
    void show(Chosen chosen, ReplicationScene scene) {
        if (!chosen.equals(shown)) {
            shown = chosen;
            offers.show(List.of());
        }
        Optional<Node> node = chosen instanceof Chosen.OfNode one ? scene.node(one.id()) : Optional.empty();
        Optional<Link> link = chosen instanceof Chosen.OfLink one ? scene.link(one.id()) : Optional.empty();
        Optional<Slot> slot =
                chosen instanceof Chosen.OfSlot one ? scene.slot(one.node(), one.name()) : Optional.empty();
        seen(card, node.isPresent() || link.isPresent() || slot.isPresent());
        boolean carries = link.filter(LinkText::carriesData).isPresent();
        seen(stages, carries);
        seen(bytes, carries);
        seen(millis, carries);
        seen(connect, node.filter(NodeText::canBeLent).isPresent());
        seen(trouble, false);
        node.ifPresent(this::fill);
        link.ifPresent(one -> fill(one, scene));
        slot.ifPresent(one -> fill(one, scene));
    }

    /** Shows what can be done about it; what came too late for it is dropped. */
    void show(Chosen about, List<Offer> what) {
        if (about.equals(shown)) {
            offers.show(what);
        }
    }

    private void fill(Node node) {
        title.setText(node.name());
        role.show(node.title().isEmpty() ? node.role().label() : node.title(), tone(node.severity()));
        seen(role, true);
        seen(trouble, node.trouble().isPresent());
        trouble.setText(Sentence.begin(node.trouble().map(Fault::sentence).orElse("")));
        List<Detail> all = new ArrayList<>(node.details());
        if (all.isEmpty()) {
            all.add(new Detail("Address", TopologyWords.address(node)));
        }
        if (!node.connected() && node.trouble().isEmpty()) {
            all.addFirst(new Detail("Known from", "what other servers say of it: it was not asked itself"));
        }
        facts.show(all);
    }

    private static Tone tone(Severity severity) {
        return NodeText.tone(severity);
    }

    private void fill(Link link, ReplicationScene scene) {
        title.setText(scene.name(link.from()) + " → " + scene.name(link.to()));
        Tone tone = LinkText.tone(link);
        role.show(link.state(), tone);
        seen(role, !link.state().isEmpty());
        stages.show(link.lag(), link.kind());
        List<LagHistory.Sample> samples = scene.lags().getOrDefault(link.id(), List.of());
        bytes.show(samples, scene.at());
        millis.show(samples, scene.at());
        List<Detail> all = new ArrayList<>();
        all.add(new Detail("Kind", LinkText.kind(link)));
        if (!link.name().isEmpty()) {
            all.add(new Detail("Name", link.name()));
        }
        if (!link.slot().isEmpty()) {
            all.add(new Detail("Slot", link.slot()));
        }
        all.addAll(link.details());
        facts.show(all);
    }

    private void fill(Slot slot, ReplicationScene scene) {
        title.setText(slot.name());
        role.show(slot.type() + " slot", tone(slot.severity()));
        seen(role, true);
        facts.show(facts(slot, scene));
    }

    private static List<Detail> facts(Slot slot, ReplicationScene scene) {
        List<Detail> all = new ArrayList<>();
        all.add(new Detail("On", scene.name(slot.node())));
        all.add(new Detail("State", slot.active() ? "active" : "inactive", slot.severity()));
        Instant since = slot.inactiveSince();
        if (since != null && !slot.active()) {
            all.add(new Detail("Inactive for", Spans.words(Duration.between(since, scene.at()))));
        }
        if (!slot.database().isEmpty()) {
            all.add(new Detail("Database", slot.database()));
        }
        if (!slot.plugin().isEmpty()) {
            all.add(new Detail("Plugin", slot.plugin()));
        }
        all.add(new Detail(
                "Keeps", slot.retainedBytes() == null ? "no WAL reserved" : TopologyWords.bytes(slot.retainedBytes())));
        if (!slot.walStatus().isEmpty()) {
            all.add(new Detail("Its WAL is", slot.walStatus()));
        }
        if (slot.safeWalSize() != null) {
            all.add(new Detail("May be lost after", TopologyWords.bytes(slot.safeWalSize()) + " more"));
        }
        if (slot.fullIn() != null) {
            all.add(new Detail("Full in", TopologyWords.fullIn(slot) + " at the present rate", slot.severity()));
        }
        if (!slot.invalidationReason().isEmpty()) {
            all.add(new Detail("Invalid", slot.invalidationReason(), Severity.CRITICAL));
        }
        if (slot.type().equals("logical")) {
            all.add(new Detail(
                    "Standbys",
                    slot.synced()
                            ? "it is itself a synchronised copy"
                            : slot.failover() ? "is synchronised to them" : "is not synchronised to them"));
        }
        return all;
    }

    private static void seen(javafx.scene.Node node, boolean seen) {
        node.setVisible(seen);
        node.setManaged(seen);
    }
}
