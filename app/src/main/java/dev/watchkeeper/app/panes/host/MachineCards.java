package dev.watchkeeper.app.panes.host;

import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.FactList;
import dev.watchkeeper.app.hosts.HostView;
import dev.watchkeeper.app.hosts.HostWords;
import dev.watchkeeper.app.hosts.HostsView;
import dev.watchkeeper.hosts.facts.HostFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A card a host: what it is, and which tools for backups it has. */
final class MachineCards extends VBox {
    private final Map<String, FactList> lists = new LinkedHashMap<>();

    MachineCards() {
        super(12);
    }

    void show(HostsView all) {
        List<String> names = all.all().stream().map(HostView::host).toList();
        if (!names.equals(List.copyOf(lists.keySet()))) {
            lists.clear();
            names.forEach(name -> lists.put(name, new FactList()));
            List<Card> cards = new ArrayList<>();
            lists.forEach((name, list) -> {
                VBox body = new VBox(list);
                body.getStyleClass().add("card-body");
                cards.add(Card.titled(name, new Region(), body));
            });
            getChildren().setAll(cards);
        }
        for (HostView view : all.all()) {
            FactList list = lists.get(view.host());
            if (list != null) {
                list.show(facts(view.facts()), Map.of());
            }
        }
    }

    private static SequencedMap<String, String> facts(HostFacts facts) {
        SequencedMap<String, String> words = HostWords.facts(facts);
        words.putAll(HostWords.tools(facts));
        return words;
    }
}
