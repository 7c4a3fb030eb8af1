package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.app.controls.Badge;
import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.Choice;
import dev.watchkeeper.app.controls.Clip;
import dev.watchkeeper.app.controls.SqlView;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.chart.TimeAxis;
import dev.watchkeeper.app.controls.plan.PlanCard;
import dev.watchkeeper.app.reports.StatementWords;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.workload.StatementId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The chosen statement: its text, and one of its plan, its history, its figures. */
final class DetailColumn extends VBox {
    private static final double WIDTH = 400;
    private static final double LEAST = 330;
    private static final String PLAN = "Plan";
    private static final String OVER_TIME = "Over time";
    private static final String FIGURES = "Figures and variants";

    /** What its buttons do. */
    record Deeds(Runnable running, Runnable toConsole, Consumer<StatementId> goTo, Runnable close) {}

    private final Badge who = new Badge("", Tone.NEUTRAL);
    private final Badge level = new Badge("nested", Tone.VIOLET);
    private final SqlView text = new SqlView();
    private final Button running;
    private final PlanCard plan;
    private final OverTime overTime;
    private final FigureGrid figures = new FigureGrid();
    private final VariantList variants;
    private final StackPane place = new StackPane();

    DetailColumn(TimeAxis axis, PlanCard plan, Deeds deeds) {
        super(12);
        this.plan = plan;
        overTime = new OverTime(axis);
        variants = new VariantList(deeds.goTo());
        running = Buttons.plain("Who runs it", deeds.running());
        running.setId("who-runs-it");
        setPrefWidth(WIDTH);
        setMinWidth(LEAST);
        text.setMaxLines(4);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, who, level, gap, Buttons.icon("mdi2c-close", "Close the details (Esc)", deeds.close()));
        head.setAlignment(Pos.CENTER_LEFT);
        HBox buttons = new HBox(
                8,
                running,
                Buttons.plain("Open in console", deeds.toConsole()),
                Buttons.plain("Copy", () -> Clip.copy(text.text())));
        VBox body = new VBox(10, head, text, buttons);
        body.getStyleClass().add("card-body");
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(new Card(body), leaves(), place);
        place.getChildren().setAll(plan);
    }

    private Choice<String> leaves() {
        Map<String, Node> contents =
                Map.of(PLAN, plan, OVER_TIME, scrolled(overTime), FIGURES, scrolled(new VBox(14, figures, variants)));
        Choice<String> bar = new Choice<>(
                List.of(PLAN, OVER_TIME, FIGURES),
                title -> title,
                title -> place.getChildren().setAll(Objects.requireNonNull(contents.get(title))));
        bar.setMinHeight(USE_PREF_SIZE);
        return bar;
    }

    private static Card scrolled(VBox content) {
        content.getStyleClass().add("card-body");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return new Card(scroll);
    }

    /** What the list knows of it. */
    void show(StatementLine line, String known) {
        who.show(
                line.id().isOthers()
                        ? "all others"
                        : line.id().role() + "@" + line.id().database(),
                Tone.NEUTRAL);
        level.setVisible(!line.id().topLevel());
        text.setText(known.isEmpty() ? StatementWords.line(line.id(), "") : known);
        figures.show(line);
    }

    /** What a closer look has shown. */
    void show(Closeup closeup) {
        if (!closeup.text().isEmpty()) {
            text.setText(closeup.text());
        }
        overTime.show(closeup.points());
        variants.show(closeup.variants());
    }

    /** How many sessions run it just now. */
    void running(int sessions) {
        running.setText(
                sessions == 0 ? "Nobody runs it now" : Sizes.of(sessions, "session runs it", "sessions run it"));
        running.setDisable(sessions == 0);
    }

    /** The statement as it is shown. */
    String text() {
        return text.text();
    }
}
