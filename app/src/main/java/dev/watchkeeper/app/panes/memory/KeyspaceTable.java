package dev.watchkeeper.app.panes.memory;

import dev.watchkeeper.app.controls.EmptyState;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.table.LiveColumn;
import dev.watchkeeper.app.controls.table.LiveColumn.Look;
import dev.watchkeeper.app.controls.table.LiveTable;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.info.ServerInfo;
import dev.watchkeeper.redis.info.ServerInfo.Keyspace;
import java.time.Duration;
import java.util.List;
import javafx.scene.layout.StackPane;

/** The databases of the server, with their keys. */
final class KeyspaceTable extends StackPane {
    private final LiveTable<Integer, Keyspace> table = new LiveTable<>(
            "Keyspace",
            Keyspace::number,
            List.of(
                    LiveColumn.<Keyspace>of("Database", 78, Look.STRONG, one -> "db" + one.number())
                            .by(Keyspace::number),
                    LiveColumn.<Keyspace>of("Keys", 90, Look.NUMBER, one -> Sizes.count(one.keys()))
                            .by(Keyspace::keys),
                    LiveColumn.<Keyspace>of("That expire", 96, Look.NUMBER, one -> Sizes.count(one.expiring()))
                            .by(Keyspace::expiring),
                    LiveColumn.<Keyspace>of("After, on average", 116, Look.TEXT, KeyspaceTable::ttl)
                            .by(Keyspace::averageTtl)));

    KeyspaceTable() {
        table.placeholder(new EmptyState(
                "mdi2k-key-outline", Tone.NEUTRAL, "There is no key", "In none of the databases of this server."));
        table.onReorder(() -> {});
        getChildren().add(table);
    }

    private static String ttl(Keyspace one) {
        return one.averageTtl() == 0 ? "" : Spans.words(Duration.ofMillis(one.averageTtl()));
    }

    void show(ServerInfo info) {
        table.show(info.keyspaces().stream().sorted(table.order()).toList(), false);
    }
}
