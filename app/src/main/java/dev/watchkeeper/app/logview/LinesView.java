package dev.watchkeeper.app.logview;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.Choice;
import dev.watchkeeper.app.controls.Clip;
import dev.watchkeeper.app.controls.EmptyState;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.serverlog.Gravity;
import dev.watchkeeper.app.serverlog.RawLine;
import dev.watchkeeper.app.serverlog.RawView;
import dev.watchkeeper.kernel.text.Sizes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The lines of a log, the newest last. It stays at the end until one scrolls up; then it stands still, and says how many have
 * come since. Lives on the FX thread.
 */
public final class LinesView extends VBox {
    private static final double LINE_HEIGHT = 20;

    /** What is shown while something is sought. */
    private enum Mode {
        HITS("Only lines that have it"),
        ALL("All lines");

        private final String title;

        Mode(String title) {
            this.title = title;
        }
    }

    private final Consumer<Runnable> later;
    private final LineList lines = new LineList();
    private final ListView<RawLine> list = new ListView<>(lines);
    private final Label count = new Label();
    private final Choice<Mode> modes = new Choice<>(List.of(Mode.values()), mode -> mode.title, this::mode);
    private final Button before = Buttons.icon("mdi2c-chevron-up", "The one before (Shift+Enter)", () -> jump(false));
    private final Button after = Buttons.icon("mdi2c-chevron-down", "The next one (Enter)", () -> jump(true));
    private final Button end = Buttons.plain("", this::toTheEnd);
    private final Label following = new Label("Follows the end");
    private RawView newest = RawView.NOTHING;
    private Mode mode = Mode.HITS;
    private boolean follows = true;
    /** How many lines had been read when the list was filled last. */
    private long shownOf;

    /**
     * Shows nothing yet.
     *
     * @param later runs something after what is going on
     * @param judge says which lines matter
     */
    public LinesView(Consumer<Runnable> later, Gravity.Judge judge) {
        super(10);
        this.later = later;
        getStyleClass().add("log-lines");
        getStylesheets()
                .add(Objects.requireNonNull(LinesView.class.getResource("log-lines.css"))
                        .toExternalForm());
        list.setId("log-lines");
        list.setAccessibleText("Lines of the log");
        list.setFixedCellSize(LINE_HEIGHT);
        list.setCellFactory(view -> new LineCell(() -> newest.sought(), judge));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setPlaceholder(new EmptyState(
                "mdi2t-text-long",
                Tone.NEUTRAL,
                "No lines",
                "Nothing was written yet, or nothing has what is sought."));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.addEventFilter(ScrollEvent.SCROLL, event -> look());
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> look());
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> look());
        Card card = new Card(list);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().addAll(bar(), card);
        words();
    }

    private HBox bar() {
        count.setId("log-lines-count");
        end.setId("log-lines-end");
        following.getStyleClass().add("secondary");
        following.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(10, count, modes, before, after, gap, following, end);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setMinHeight(32);
        return bar;
    }

    /** Shows these, unless the person looks at older ones. */
    public void show(RawView view) {
        if (view.version() < newest.version()) {
            return;
        }
        boolean asked = !view.sought().equals(newest.sought());
        boolean begun = view.read() < newest.read();
        newest = view;
        if (asked) {
            list.refresh();
        }
        if (follows || asked || begun) {
            follows |= begun;
            apply();
        }
        words();
    }

    private void apply() {
        long looked = firstSeen();
        shownOf = newest.read();
        lines.show(mode == Mode.HITS ? newest.hits() : newest.lines());
        if (follows && !lines.isEmpty()) {
            list.scrollTo(lines.size() - 1);
            list.layout();
            flow().ifPresent(flow -> flow.setPosition(1));
        } else if (looked >= 0) {
            list.scrollTo(RawView.place(lines, looked));
        }
    }

    private long firstSeen() {
        return flow().map(VirtualFlow::getFirstVisibleCell)
                .map(cell -> number(cell.getIndex()))
                .orElse(-1L);
    }

    private long number(int index) {
        return index >= 0 && index < lines.size() ? lines.get(index).number() : -1;
    }

    /** There is none before the first layout. */
    private Optional<VirtualFlow<?>> flow() {
        return Optional.ofNullable((VirtualFlow<?>) list.lookup(".virtual-flow"));
    }

    private void mode(Mode chosen) {
        mode = chosen;
        apply();
        words();
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy();
            event.consume();
        } else if (event.getCode() == KeyCode.END) {
            toTheEnd();
            event.consume();
        } else {
            look();
        }
    }

    private void copy() {
        String all = list.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(RawLine::text)
                .collect(Collectors.joining("\n"));
        if (!all.isEmpty()) {
            Clip.copy(all);
        }
    }

    /** After what the person did: at the end it goes on with the newest. */
    private void look() {
        later.accept(() -> {
            list.layout(); // else the cells are still those from before
            boolean atTheEnd = flow().map(VirtualFlow::getLastVisibleCell)
                    .map(last -> last.getIndex() >= lines.size() - 1)
                    .orElse(true);
            if (atTheEnd != follows) {
                follows = atTheEnd;
                if (follows) {
                    apply();
                }
                words();
            }
        });
    }

    /** Goes to the newest, and stays there. */
    public void toTheEnd() {
        follows = true;
        list.getSelectionModel().clearSelection();
        apply();
        words();
    }

    /** Goes to the next line that has what is sought, or to the one before; nothing if there is none. */
    public void jump(boolean forward) {
        if (newest.sought().isEmpty() || newest.hits().isEmpty()) {
            return;
        }
        int chosen = list.getSelectionModel().getSelectedIndex();
        long from = chosen >= 0 ? number(chosen) : forward ? firstSeen() - 1 : Long.MAX_VALUE;
        List<RawLine> hits = newest.hits();
        int index = forward ? RawView.place(hits, from + 1) : RawView.place(hits, from) - 1;
        RawLine hit = hits.get(Math.floorMod(index, hits.size()));
        follows = false;
        int place = RawView.place(lines, hit.number());
        if (number(place) != hit.number()) {
            apply();
            place = RawView.place(lines, hit.number());
        }
        list.getSelectionModel().clearAndSelect(place);
        list.scrollTo(Math.max(0, place - 5));
        words();
    }

    private void words() {
        boolean seeks = !newest.sought().isEmpty();
        String all = Sizes.of(newest.lines().size(), "line", "lines");
        long gone = newest.read() - newest.lines().size();
        count.setText(
                seeks
                        ? Sizes.count(newest.hits().size()) + " of " + all + " have it"
                        : gone > 0 ? "The last " + all : all);
        for (Region one : List.of(modes, before, after)) {
            there(one, seeks);
        }
        long since = newest.read() - shownOf;
        end.setText(since == 0 ? "Go to the end" : "Go to the end, " + Sizes.of(since, "new line", "new lines"));
        there(end, !follows);
        there(following, follows);
    }

    private static void there(Region region, boolean is) {
        region.setVisible(is);
        region.setManaged(is);
    }
}
