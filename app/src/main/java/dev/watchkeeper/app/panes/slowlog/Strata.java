package dev.watchkeeper.app.panes.slowlog;

import dev.watchkeeper.app.controls.chart.Ink;
import dev.watchkeeper.app.controls.chart.Layers;
import dev.watchkeeper.app.controls.chart.Strand;
import dev.watchkeeper.history.Series;
import dev.watchkeeper.redis.commandstats.CommandUse;
import dev.watchkeeper.redis.commandstats.CommandWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Cuts what was done from look to look into even steps, by command. A command keeps its colour as long as it is among the first. */
final class Strata {
    private static final Duration STEP = Duration.ofSeconds(2);
    private static final int TOLD_APART = 7;
    private static final String OTHERS = "others";

    private final List<String> places = new ArrayList<>();

    /** Decides which commands are told apart: those that take most of the time. */
    void choose(List<CommandWork> steps) {
        Map<String, Long> micros = new HashMap<>();
        steps.forEach(step ->
                step.uses().forEach(use -> micros.merge(use.name(), use.did().micros(), Long::sum)));
        List<String> first = micros.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(TOLD_APART)
                .map(Map.Entry::getKey)
                .toList();
        places.replaceAll(name -> first.contains(name) ? name : "");
        for (String name : first) {
            if (places.contains(name)) {
                continue;
            }
            int free = places.indexOf("");
            if (free < 0) {
                places.add(name);
            } else {
                places.set(free, name);
            }
        }
    }

    /** Milliseconds a second. */
    Layers time(List<CommandWork> steps) {
        return layers(steps, use -> use.did().micros() / 1000.0);
    }

    /** Calls a second. */
    Layers calls(List<CommandWork> steps) {
        return layers(steps, use -> use.did().calls());
    }

    private Layers layers(List<CommandWork> steps, ToDoubleFunction<CommandUse> figure) {
        if (steps.isEmpty()) {
            return Layers.NONE;
        }
        Instant from = steps.getFirst().from();
        List<CommandWork> even = even(steps, from);
        List<Map<String, Double>> rates = new ArrayList<>();
        Map<CommandWork, Map<String, Double>> known = new HashMap<>();
        even.forEach(step -> rates.add(known.computeIfAbsent(step, one -> rates(one, figure))));
        List<Layers.Layer> layers = new ArrayList<>();
        for (int place = 0; place < places.size(); place++) {
            String name = places.get(place);
            if (!name.isEmpty()) {
                layers.add(new Layers.Layer(name, Ink.layer(place), values(rates, name)));
            }
        }
        layers.add(new Layers.Layer(OTHERS, Ink.OTHERS, values(rates, OTHERS)));
        return new Layers(from, STEP, layers);
    }

    private static List<Double> values(List<Map<String, Double>> rates, String name) {
        return rates.stream().map(one -> one.getOrDefault(name, 0.0)).toList();
    }

    /** The look that each even step's middle lies in. */
    private static List<CommandWork> even(List<CommandWork> steps, Instant from) {
        List<CommandWork> even = new ArrayList<>();
        int index = 0;
        Instant end = steps.getLast().to();
        for (Instant middle = from.plus(STEP.dividedBy(2)); middle.isBefore(end); middle = middle.plus(STEP)) {
            while (!steps.get(index).to().isAfter(middle)) {
                index++;
            }
            even.add(steps.get(index));
        }
        return even;
    }

    private Map<String, Double> rates(CommandWork step, ToDoubleFunction<CommandUse> figure) {
        double seconds = Math.max(0.001, step.length().toNanos() / 1e9);
        Map<String, Double> rates = new HashMap<>();
        for (CommandUse use : step.uses()) {
            rates.merge(
                    places.contains(use.name()) ? use.name() : OTHERS,
                    figure.applyAsDouble(use) / seconds,
                    Double::sum);
        }
        return rates;
    }

    /** Share of lookups that hit, where there were any. */
    static Strand hits(List<CommandWork> steps) {
        List<Series.Bin> bins = new ArrayList<>();
        for (CommandWork step : steps) {
            Double share = step.totals().hitShare();
            if (share != null) {
                bins.add(new Series.Bin(step.from(), share, share, share));
            }
        }
        return new Strand("Lookups that hit", Ink.LAYER_3, Duration.ofSeconds(10), bins);
    }
}
