package dev.watchkeeper.app.overtime;

import dev.watchkeeper.app.controls.BannerText;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.chart.Layers;
import dev.watchkeeper.app.controls.chart.Mark;
import dev.watchkeeper.app.controls.chart.StableInks;
import dev.watchkeeper.app.controls.chart.Strand;
import dev.watchkeeper.history.HistoryReader;
import dev.watchkeeper.history.Interval;
import dev.watchkeeper.history.Series;
import dev.watchkeeper.kernel.fault.FaultException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what charts are to show. Blocks; used by one thread at a time. */
final class PastReader {
    /** So many lines, or layers and the rest of them, have room beside a chart. */
    static final int ROOM = 7;

    private final Past past;
    private final Silence silence;
    private final Map<OverTime, StableInks<String>> places = new HashMap<>();

    PastReader(Past past, ZoneId zone) {
        this.past = past;
        this.silence = new Silence(past, zone);
    }

    /** One line of a chart, before it has a colour. */
    private record Named(String name, Series series) {
        private double highest() {
            return series.bins().stream().mapToDouble(Series.Bin::max).max().orElse(0);
        }
    }

    Answer read(Question question) {
        try {
            HistoryReader history = past.history();
            Optional<BannerText> forgotten = past.fault()
                    .map(fault -> BannerText.of(
                            Tone.AMBER, fault, "What is recorded now is forgotten when the window is closed."));
            return new Answer(question.chart(), Optional.of(glance(history, question)), forgotten);
        } catch (FaultException e) {
            return new Answer(question.chart(), Optional.empty(), Optional.of(BannerText.of(Tone.RED, e.fault(), "")));
        }
    }

    private Glance glance(HistoryReader history, Question question) throws FaultException {
        List<Named> lines = question.chart() instanceof OverTime.Lines of ? lines(history, question, of) : List.of();
        Layers layers = layers(history, question);
        Optional<Interval> known = history.extent(past.target());
        boolean empty = lines.isEmpty() && layers.layers().isEmpty();
        return new Glance(
                strands(question.chart(), lines),
                layers,
                lines.size(),
                Mark.of(history.events(past.target(), question.interval())),
                known,
                empty ? silence.words(question, known) : "");
    }

    private List<Named> lines(HistoryReader history, Question question, OverTime.Lines of) throws FaultException {
        List<Named> lines = new ArrayList<>();
        for (OverTime.Line line : of.lines()) {
            for (Series series : history.series(past.target(), line.metric(), question.interval(), question.steps())) {
                if (!series.bins().isEmpty()) {
                    lines.add(new Named(series.label().isEmpty() ? line.name() : series.label(), series));
                }
            }
        }
        return lines;
    }

    /** In their own order; if they are too many, the highest. */
    private List<Strand> strands(OverTime chart, List<Named> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        List<Named> highest = lines.stream()
                .sorted(Comparator.comparingDouble(Named::highest).reversed())
                .limit(ROOM)
                .toList();
        List<Named> shown = lines.stream().filter(highest::contains).toList();
        StableInks<String> inks = places(chart);
        inks.drawn(shown.stream().map(Named::name).toList());
        return shown.stream()
                .map(line -> Strand.of(line.series(), line.name(), inks.ink(line.name())))
                .toList();
    }

    private Layers layers(HistoryReader history, Question question) throws FaultException {
        Layering layering = new Layering(places(question.chart()));
        return switch (question.chart()) {
            case OverTime.Lines lines -> Layers.NONE;
            case OverTime.Heap heap ->
                layering.of(history.series(past.target(), heap.metric(), question.interval(), question.steps()));
            case OverTime.Activity activity ->
                layering.of(history.activity(
                        past.target(), activity.by(), question.interval(), question.steps(), ROOM - 1));
        };
    }

    private StableInks<String> places(OverTime chart) {
        return places.computeIfAbsent(chart, one -> new StableInks<>());
    }
}
