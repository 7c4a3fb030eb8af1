package dev.watchkeeper.app.panes.slowlog;

import dev.watchkeeper.app.controls.Tone;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * One thing on a closer look, in words.
 *
 * @param badge one word of what it is
 * @param code shown as it is typed, to copy; empty if there is none
 * @param facts by label, in their order; those without a value are left out
 * @param advice what can be done about it; empty if nothing is to be said
 * @param bars shares that are drawn, by label, 0 to 1
 */
record Detail(
        String title,
        String badge,
        Tone tone,
        String code,
        SequencedMap<String, String> facts,
        Map<String, Double> bars,
        String advice) {
    Detail {
        bars = Map.copyOf(bars);
        facts = Collections.unmodifiableSequencedMap(facts);
    }

    static Detail of(String title, String badge, Tone tone, String code, SequencedMap<String, String> facts) {
        return new Detail(title, badge, tone, code, facts, Map.of(), "");
    }

    Detail withBars(Map<String, Double> shares) {
        return new Detail(title, badge, tone, code, facts, shares, advice);
    }

    Detail withAdvice(String words) {
        return new Detail(title, badge, tone, code, facts, bars, words);
    }

    /** What is not worth a line is left out. */
    static List<Map.Entry<String, String>> shown(SequencedMap<String, String> facts) {
        return facts.entrySet().stream()
                .filter(fact -> !fact.getValue().isEmpty())
                .toList();
    }
}
