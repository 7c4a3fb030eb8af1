package dev.watchkeeper.app.controls.sql;

import dev.watchkeeper.kernel.sql.SqlToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.jspecify.annotations.Nullable;
import org.reactfx.EventStreams;

/** Colours what can be seen of a text, and nothing else: a megabyte costs no more than a page. */
final class Painter {
    /** What is marked in a text, from the lowest layer to the highest. */
    enum Layer {
        FOUND("sql-found"),
        BRACKET("sql-bracket"),
        ERROR("sql-error");

        private final String styleClass;

        Layer(String styleClass) {
            this.styleClass = styleClass;
        }
    }

    /** While a text is scrolled, colours may come this much later. */
    private static final Duration SOON = Duration.ofMillis(15);
    /** What is longer than this in one line is not coloured. */
    private static final int LONG_LINE = 4_000;

    private final CodeArea area;
    private final Map<Layer, List<Stretch>> marks = new HashMap<>();
    private Language.@Nullable Reading reading;

    Painter(CodeArea area) {
        this.area = area;
        EventStreams.merge(area.viewportDirtyEvents(), EventStreams.changesOf(area.getVisibleParagraphs()))
                .reduceSuccessions((before, now) -> now, SOON)
                .subscribe(event -> paint());
    }

    /** Colours by these tokens from now on. */
    void read(Language.Reading newReading) {
        reading = newReading;
        paint();
    }

    /** Marks these places in one layer, instead of those before. */
    void mark(Layer layer, List<Stretch> places) {
        List<Stretch> before = marks.getOrDefault(layer, List.of());
        if (!before.equals(places)) {
            marks.put(layer, List.copyOf(places));
            paint();
        }
    }

    private void paint() {
        Language.Reading read = reading;
        if (read == null
                || read.text().length() != area.getLength()
                || area.getVisibleParagraphs().isEmpty()) {
            return;
        }
        int last = area.lastVisibleParToAllParIndex();
        for (int paragraph = area.firstVisibleParToAllParIndex(); paragraph <= last; paragraph++) {
            int length = area.getParagraphLength(paragraph);
            if (length == 0) {
                continue;
            }
            int from = area.getAbsolutePosition(paragraph, 0);
            StyleSpans<Collection<String>> spans = spans(read.tokens(), from, length);
            if (!spans.equals(area.getStyleSpans(paragraph))) {
                area.setStyleSpans(paragraph, 0, spans);
            }
        }
    }

    private StyleSpans<Collection<String>> spans(List<SqlToken> tokens, int from, int length) {
        StyleSpansBuilder<Collection<String>> base = new StyleSpansBuilder<>();
        if (length > LONG_LINE) {
            base.add(List.of(), length);
        } else {
            colour(base, tokens, from, length);
        }
        StyleSpans<Collection<String>> spans = base.create();
        for (Layer layer : Layer.values()) {
            for (Stretch mark : marks.getOrDefault(layer, List.of())) {
                int start = Math.max(mark.start(), from) - from;
                int end = Math.min(mark.end(), from + length) - from;
                if (start < end) {
                    spans = spans.overlay(over(layer, start, end, length), Painter::both);
                }
            }
        }
        return spans;
    }

    private static void colour(
            StyleSpansBuilder<Collection<String>> spans, List<SqlToken> tokens, int from, int length) {
        int at = from;
        List<String> style = List.of();
        for (int i = TokenIndex.at(tokens, from); i < tokens.size() && at < from + length; i++) {
            SqlToken token = tokens.get(i);
            int end = Math.min(token.end(), from + length);
            style = style(token.kind(), style);
            spans.add(style, end - at);
            at = end;
        }
        if (at < from + length) {
            spans.add(List.of(), from + length - at);
        }
    }

    /** Blanks are drawn as what stands before them: the fewer pieces, the fewer nodes. */
    private static List<String> style(SqlToken.Kind kind, List<String> before) {
        return switch (kind) {
            case SPACE -> before;
            case NAME -> List.of();
            default -> List.of("sql-" + kind.name().toLowerCase(Locale.ROOT));
        };
    }

    private static StyleSpans<Collection<String>> over(Layer layer, int start, int end, int length) {
        return new StyleSpansBuilder<Collection<String>>()
                .add(List.of(), start)
                .add(List.of(layer.styleClass), end - start)
                .add(List.of(), length - end)
                .create();
    }

    private static Collection<String> both(Collection<String> below, Collection<String> above) {
        if (above.isEmpty()) {
            return below;
        }
        List<String> all = new ArrayList<>(below);
        all.addAll(above);
        return List.copyOf(all);
    }
}
