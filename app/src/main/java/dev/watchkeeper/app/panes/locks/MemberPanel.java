package dev.watchkeeper.app.panes.locks;

import dev.watchkeeper.app.controls.Badge;
import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.SqlView;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.panes.locks.picture.Consequence;
import dev.watchkeeper.app.panes.locks.picture.Dossier;
import dev.watchkeeper.postgres.locks.Member;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/** The selected card explained, and what can be done about it. Lives on the FX thread. */
final class MemberPanel {
    private final Label title = new Label();
    private final Badge state = new Badge("", Tone.NEUTRAL);
    private final Badge waitEvent = new Badge("", Tone.VIOLET);
    private final Label identity = new Label();
    private final GridPane facts = new GridPane();
    private final SqlView sql = new SqlView();
    private final Label planTitle = new Label("Plan");
    private final Label planText = new Label();
    private final VBox planBox = new VBox(4, planTitle, planText);
    private final Label consequenceTitle = new Label();
    private final Label consequenceText = new Label();
    private final VBox consequence = new VBox(4, consequenceTitle, consequenceText);
    private final FlowPane buttons;
    private final Label refusal = new Label();
    private final VBox known;
    private final ScrollPane scroll;
    private final VBox content;
    private final Button terminate;
    private final Button cancel;
    private final Button plan;
    private final Button rollback;
    private Tone tone = Tone.NEUTRAL;

    /** What its buttons do. */
    interface Doing {
        void terminate();

        void cancel();

        void plan();

        void rollbackPrepared();
    }

    MemberPanel(Doing doing) {
        terminate = Buttons.styled(Buttons.withKey("Terminate…", "K", doing::terminate), "danger");
        cancel = Buttons.withKey("Cancel query", "C", doing::cancel);
        plan = Buttons.plain("Plan", doing::plan);
        rollback = Buttons.styled(Buttons.withKey("Rollback prepared…", "K", doing::rollbackPrepared), "danger");
        buttons = new FlowPane(8, 8, terminate, rollback, cancel, plan);
        title.getStyleClass().add("member-title");
        identity.getStyleClass().add("secondary");
        identity.setWrapText(true);
        facts.getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(92);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().setAll(names, values);
        consequence.getStyleClass().addAll("consequence", tone.styleClass());
        consequenceTitle.getStyleClass().addAll("toned", "consequence-title");
        consequenceTitle.setWrapText(true);
        consequenceText.setWrapText(true);
        consequenceText.setMinHeight(Region.USE_PREF_SIZE);
        buttons.setMinHeight(Region.USE_PREF_SIZE);
        planTitle.getStyleClass().add("secondary");
        planText.getStyleClass().add("mono");
        planText.setWrapText(true);
        visible(planBox, false);
        refusal.getStyleClass().add("secondary");
        refusal.setWrapText(true);
        HBox head = new HBox(8, title, state, waitEvent);
        head.getStyleClass().add("member-head");
        known = new VBox(12, new VBox(4, head, identity), facts, sql, planBox);
        scroll = new ScrollPane(known);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("member-scroll");
        // what can be done stands right below what is known, and stays in sight when that has to scroll
        known.heightProperty().addListener((property, before, now) -> settle());
        scroll.setMinHeight(80);
        sql.setMaxLines(10);
        content = new VBox(12, scroll, consequence, buttons, refusal);
        content.getStyleClass().add("member");
        buttons.hoverProperty().addListener((property, before, now) -> settle());
    }

    /** The buttons never move under the pointer: while it is over them, what stands above keeps its height. */
    private void settle() {
        if (!buttons.isHover()) {
            scroll.setPrefHeight(known.getHeight() + 2);
            consequence.setMinHeight(Region.USE_COMPUTED_SIZE);
            consequence.setPrefHeight(Region.USE_COMPUTED_SIZE);
            consequence.setMaxHeight(Region.USE_COMPUTED_SIZE);
        } else {
            double height = consequence.getHeight();
            consequence.setMinHeight(height);
            consequence.setPrefHeight(height);
            consequence.setMaxHeight(height);
        }
    }

    Node node() {
        return content;
    }

    /**
     * Shows a dossier.
     *
     * @param refused why nothing can be done; empty if something can
     */
    void show(Optional<Dossier> dossier, Optional<String> refused) {
        content.setVisible(dossier.isPresent());
        dossier.ifPresent(known -> fill(known, refused));
    }

    private void fill(Dossier dossier, Optional<String> refused) {
        if (!dossier.title().equals(title.getText())) {
            visible(planBox, false);
        }
        title.setText(dossier.title());
        badge(state, dossier.state(), dossier.state().contains("tx") ? Tone.AMBER : Tone.NEUTRAL);
        badge(waitEvent, dossier.waitEvent(), Tone.VIOLET);
        identity.setText(dossier.identity());
        fillFacts(dossier.facts());
        sql.setText(dossier.sql());
        visible(sql, !dossier.sql().isBlank());
        visible(consequence, dossier.consequence().isPresent());
        dossier.consequence().ifPresent(this::fill);
        boolean prepared = dossier.member().map(one -> one.party().isPrepared()).orElse(false);
        boolean session = dossier.member().isPresent() && !prepared;
        boolean running = dossier.member().map(Deeds::runsStatement).orElse(false);
        visible(terminate, session);
        visible(cancel, session);
        visible(plan, session);
        visible(rollback, prepared);
        buttons.getChildren().forEach(button -> button.setDisable(refused.isPresent()));
        cancel.setDisable(refused.isPresent() || !running);
        plan.setDisable(!running);
        refusal.setText(refused.orElse(""));
        visible(refusal, refused.isPresent() && dossier.member().isPresent());
    }

    /** Shows the plan of the selected one, or why there is none. */
    void showPlan(String plan) {
        planText.setText(plan);
        visible(planBox, true);
    }

    private static void badge(Badge badge, String text, Tone tone) {
        badge.show(text, tone);
        visible(badge, !text.isEmpty());
    }

    private void fill(Consequence what) {
        if (what.tone() != tone) {
            what.tone().insteadOf(tone, consequence);
            tone = what.tone();
        }
        consequenceTitle.setText(what.title());
        consequenceText.setText(what.text());
    }

    /** The labels are kept and only their texts change, so that nothing flickers from tick to tick. */
    private void fillFacts(List<Dossier.Fact> known) {
        while (facts.getChildren().size() < 2 * known.size()) {
            int row = facts.getChildren().size() / 2;
            Label name = new Label();
            Label value = new Label();
            name.getStyleClass().add("fact-name");
            value.getStyleClass().add("fact-value");
            value.setWrapText(true);
            RowConstraints constraints = new RowConstraints();
            constraints.setValignment(VPos.TOP);
            facts.getRowConstraints().add(constraints);
            facts.addRow(row, name, value);
        }
        for (int i = 0; i < facts.getChildren().size(); i++) {
            Label label = (Label) facts.getChildren().get(i);
            boolean used = i / 2 < known.size();
            visible(label, used);
            if (used) {
                Dossier.Fact fact = known.get(i / 2);
                label.setText(i % 2 == 0 ? fact.name() : fact.value());
            }
        }
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /** The statement, for the clipboard. */
    static Optional<String> query(Optional<Dossier> dossier) {
        return dossier.flatMap(Dossier::member).map(Member::query).filter(query -> !query.isBlank());
    }
}
