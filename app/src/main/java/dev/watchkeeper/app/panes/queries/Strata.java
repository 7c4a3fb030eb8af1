package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.app.controls.chart.Ink;
import dev.watchkeeper.app.controls.chart.Layers;
import dev.watchkeeper.app.controls.chart.StableInks;
import dev.watchkeeper.history.Stack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes layers of a stack of the history; each keeps its colour as long as it is among the largest. On the FX thread. */
final class Strata<K> {
    private final StableInks<K> inks = new StableInks<>();
    private List<K> keys = List.of();

    Layers of(Stack<K> stack, Function<K, String> name) {
        Map<K, List<Double>> values = new HashMap<>();
        stack.layers().forEach(layer -> values.put(layer.key(), layer.values()));
        inks.drawn(stack.layers().stream().map(Stack.Layer::key).toList());
        keys = inks.order();
        List<Layers.Layer> layers = new ArrayList<>();
        keys.forEach(key ->
                layers.add(new Layers.Layer(name.apply(key), inks.ink(key), values.getOrDefault(key, List.of()))));
        if (stack.others().stream().anyMatch(value -> value > 0)) {
            layers.add(new Layers.Layer("others", Ink.OTHERS, stack.others()));
        }
        return layers.isEmpty() ? Layers.NONE : new Layers(stack.interval().from(), stack.step(), layers);
    }

    /** What the layers are of, from the bottom up; without the others. */
    List<K> keys() {
        return keys;
    }
}
