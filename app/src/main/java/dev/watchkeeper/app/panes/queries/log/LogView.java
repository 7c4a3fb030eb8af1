package dev.watchkeeper.app.panes.queries.log;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.Choice;
import dev.watchkeeper.app.controls.EmptyState;
import dev.watchkeeper.app.controls.Sentence;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.table.Section;
import dev.watchkeeper.app.reports.LogSentences;
import dev.watchkeeper.app.reports.LogWords;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.postgres.serverlog.LogGroup;
import dev.watchkeeper.postgres.serverlog.ServerLog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What was read of the log: a sentence, what of it is to be shown, the table, and the chosen line beside it. */
final class LogView extends VBox {
    /** How far back is told of at first. */
    static final Reach FIRST = Reach.HOUR;

    private final Label sentence = new Label("Reading the server's log…");
    private final Label place = new Label();
    private final Tooltip wholePlace = new Tooltip();
    private final Choice<Reach> reaches;
    private final Choice<Pick> picks = new Choice<>(List.of(Pick.values()), Pick::title, this::pick);
    private final EmptyState nothing;
    private final Button more;
    private final Section<LogLine.Key, LogLine> section;
    private final EntryCard card = new EntryCard(this::closeCard);
    private final HBox middle = new HBox(12);
    private List<LogLine> lines = List.of();
    private Pick pick = Pick.ALL;
    private Reach reach = FIRST;
    private String sought = "";

    /**
     * @param reached called when the person wants to look further back, or less far
     * @param logMore asks what is to be logged
     */
    LogView(Consumer<Reach> reached, Runnable logMore) {
        super(10);
        reaches = new Choice<>(List.of(Reach.values()), Reach::title, chosen -> {
            reach = chosen;
            reached.accept(chosen);
        });
        reaches.press(FIRST);
        for (Pick one : Pick.values()) {
            picks.tone(one, one.tone());
            picks.offer(one, false);
        }
        Button other = Buttons.plain("Log more…", logMore);
        nothing = new EmptyState("mdi2t-text-box-search-outline", Tone.NEUTRAL, "Reading the server's log…", "", other);
        more = Buttons.plain("Log more…", logMore);
        more.setId("log-more");
        more.setDisable(true);
        other.disableProperty().bind(more.disableProperty());
        section = new Section<>(
                "What the server's log tells", LogLine::key, Columns.all(), nothing, LogLine::searched, this::choose);
        section.table().sortBy(Columns.IN_ALL, true);
        Card table = new Card(section.table());
        VBox.setVgrow(section.table(), Priority.ALWAYS);
        HBox.setHgrow(table, Priority.ALWAYS);
        middle.getChildren().add(table);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(head(), picks, middle);
    }

    private HBox head() {
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.setId("log-sentence");
        place.getStyleClass().add("secondary");
        place.setId("log-place");
        VBox words = new VBox(2, sentence, place);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(12, words, reaches, more);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(Region.USE_PREF_SIZE);
        return head;
    }

    void show(Snapshot<ServerLog> snapshot, List<LogLine> newLines) {
        ServerLog log = snapshot.value();
        lines = newLines;
        sentence.setText(Sentence.begin(LogSentences.of(log)));
        place.setText(Sentence.begin("read from " + LogSentences.place(log)));
        wholePlace.setText(place.getText() + ", at " + Columns.moment(snapshot.takenAt()));
        place.setTooltip(wholePlace);
        more.setDisable(false);
        for (Pick one : Pick.values()) {
            long count = count(one, log);
            picks.title(one, one.title() + (count == 0 ? "" : " " + Sizes.count(count)));
            picks.offer(one, count > 0 || (one == pick && pick != Pick.ALL));
        }
        sayNothing(log);
        section.show(rows());
    }

    private static long count(Pick pick, ServerLog log) {
        return log.groups().stream()
                .filter(group -> pick.lets(group.kind()))
                .mapToLong(LogGroup::count)
                .sum();
    }

    private void sayNothing(ServerLog log) {
        String settings = LogWords.settings(log.settings()).entrySet().stream()
                .map(one -> one.getKey() + " is " + one.getValue())
                .collect(Collectors.joining(", "));
        boolean none = lines.isEmpty();
        nothing.show(
                none ? "The log tells of nothing in " + reach.words() : "Nothing of this",
                (none ? "" : "Other things were logged in " + reach.words() + ". ") + Sentence.begin(settings) + ".");
    }

    void filter(String text) {
        sought = text.strip().toLowerCase(Locale.ROOT);
        section.filter(searched -> searched.contains(sought));
    }

    private void pick(Pick chosen) {
        pick = chosen;
        section.change(rows());
    }

    private List<LogLine> rows() {
        return lines.stream().filter(line -> pick.lets(line.key().kind())).toList();
    }

    private void choose(Optional<LogLine> line) {
        line.ifPresent(one -> card.show(one.group()));
        if (line.isEmpty()) {
            middle.getChildren().remove(card);
        } else if (!middle.getChildren().contains(card)) {
            middle.getChildren().add(card);
        }
    }

    private void closeCard() {
        section.table().clearSelection();
    }

    /** Those that the table shows, in their order. */
    List<LogGroup> groups() {
        return section.table().rows().stream().map(LogLine::group).toList();
    }

    /** Which those are; empty if all. */
    String words() {
        String kind = pick == Pick.ALL ? "" : pick.title().toLowerCase(Locale.ROOT);
        String text = sought.isEmpty() ? "" : "with “" + sought + "”";
        return (kind + " " + text).strip();
    }
}
