package dev.watchkeeper.app.panes.memory;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.FactList;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.reports.InfoFacts;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.redis.info.ServerInfo;
import dev.watchkeeper.redis.settings.MemorySetting;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where the memory is, and the two settings that decide what happens when it is full. */
final class MemoryCard extends VBox {
    private final MemoryBar bar = new MemoryBar();
    private final Label data = new Label();
    private final Label overhead = new Label();
    private final Label free = new Label();
    private final FactList facts = new FactList();

    MemoryCard(Consumer<MemorySetting> change) {
        HBox keys = new HBox(16, key("data", data), key("overhead", overhead), key("free", free));
        HBox buttons = new HBox(
                8,
                Buttons.plain("Change maxmemory…", () -> change.accept(MemorySetting.MAXMEMORY)),
                Buttons.plain("Change the policy…", () -> change.accept(MemorySetting.MAXMEMORY_POLICY)));
        VBox body = new VBox(bar, keys, facts, buttons);
        body.getStyleClass().add("card-body");
        Card card = Card.titled("Memory", new Region(), body);
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().add(card);
    }

    private static HBox key(String style, Label words) {
        Region square = new Region();
        square.getStyleClass().addAll("memory-key", style);
        words.getStyleClass().add("secondary");
        HBox key = new HBox(6, square, words);
        key.setAlignment(Pos.CENTER_LEFT);
        return key;
    }

    void show(ServerInfo.Memory memory) {
        bar.show(memory);
        data.setText("Data " + Sizes.bytes(memory.dataset()));
        overhead.setText("Overhead " + Sizes.bytes(Math.max(0, memory.used() - memory.dataset())));
        long left = memory.max() == 0 ? memory.peak() - memory.used() : memory.max() - memory.used();
        free.setText(
                memory.max() == 0
                        ? Sizes.bytes(Math.max(0, left)) + " below the peak"
                        : left < 0 ? Sizes.bytes(-left) + " too much" : Sizes.bytes(left) + " free");
        Tone tone = MemoryFigures.tone(memory);
        facts.show(InfoFacts.memory(memory), tone == Tone.NEUTRAL ? Map.of() : Map.of("Used", tone, "When full", tone));
    }
}
