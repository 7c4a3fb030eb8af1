package dev.watchkeeper.app.panes.clients;

import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.StatCard;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.clients.Client;
import dev.watchkeeper.redis.clients.ClientKind;
import dev.watchkeeper.redis.clients.ClientList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The figures above the table. */
final class ClientFigures extends Card {
    private final StatCard connected = new StatCard("Connected");
    private final StatCard waiting = new StatCard("Blocked or in MULTI");
    private final StatCard memory = new StatCard("Memory that they take");
    private final StatCard unread = new StatCard("Waiting to be sent");
    private final StatCard idle = new StatCard("Longest idle");

    ClientFigures() {
        List<StatCard> all = List.of(connected, waiting, memory, unread, idle);
        all.forEach(card -> {
            card.setPrefWidth(200);
            HBox.setHgrow(card, Priority.ALWAYS);
        });
        HBox row = new HBox();
        row.getChildren().addAll(all);
        getChildren().add(row);
    }

    void show(ClientList list) {
        long count = list.clients().size();
        double share = list.max() == 0 ? 0 : (double) count / list.max();
        connected.show(
                Sizes.count(count),
                list.max() == 0 ? "the limit is not told" : "of " + Sizes.count(list.max()) + ", maxclients",
                share >= 0.9 ? Tone.RED : share >= 0.75 ? Tone.AMBER : Tone.NEUTRAL);
        long blocked = list.count(ClientKind.BLOCKED);
        long inMulti = list.count(ClientKind.TRANSACTION);
        waiting.show(
                Sizes.count(blocked + inMulti),
                Sizes.count(blocked) + " blocked, " + Sizes.count(inMulti) + " in MULTI",
                Tone.NEUTRAL);
        most(list, Comparator.comparingLong(Client::totalBytes))
                .ifPresentOrElse(
                        one -> memory.show(
                                Sizes.bytes(list.bytes()),
                                "most: " + one.id() + ", " + Sizes.bytes(one.totalBytes()),
                                Tone.NEUTRAL),
                        () -> memory.show("–", "nobody is connected", Tone.NEUTRAL));
        long output = list.clients().stream()
                .filter(client -> client.kind().isApplication())
                .mapToLong(Client::outputBytes)
                .sum();
        boolean slow = output >= 1 << 20;
        unread.show(
                Sizes.bytes(output),
                slow ? "somebody reads too slowly" : "everybody keeps up",
                slow ? Tone.AMBER : Tone.NEUTRAL);
        most(list, Comparator.comparing(Client::idle))
                .ifPresentOrElse(
                        one -> idle.show(
                                Spans.words(one.idle()),
                                one.id() + (one.called().isEmpty() ? "" : ", " + one.called()),
                                Tone.NEUTRAL),
                        () -> idle.show("–", "nobody is connected", Tone.NEUTRAL));
    }

    private static Optional<Client> most(ClientList list, Comparator<Client> by) {
        return list.clients().stream()
                .filter(client -> client.kind().isApplication())
                .max(by);
    }
}
