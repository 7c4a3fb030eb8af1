package dev.watchkeeper.app.panes.replication;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.Sentence;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.kernel.topology.Preflight;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What speaks for and against making somebody else the primary. Lives on the FX thread. */
final class PreflightCard {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final Label asOf = new Label();
    private final Label question = new Label();
    private final VBox lines = new VBox(8);
    private final Label loss = new Label();
    private final Button turn;
    private final Button commands;
    private final FlowPane buttons;
    private final Card card;
    private Optional<Preflight> shown = Optional.empty();

    /** What its buttons do. */
    interface Doing {
        void switchover(Preflight preflight);

        void showCommands(Preflight preflight);

        void ask();
    }

    /** One line with its sign. */
    private record Line(Sign sign, String text) {}

    /** What a line says. */
    private enum Sign {
        FOR("✓", Tone.GREEN, "for it"),
        AGAINST("!", Tone.AMBER, "against it"),
        REFUSED("✕", Tone.RED, "refused"),
        /** The same, beginning with a name, which stays as it is. */
        NAMED("✕", Tone.RED, "refused");

        private final String mark;
        private final Tone tone;
        private final String words;

        Sign(String mark, Tone tone, String words) {
            this.mark = mark;
            this.tone = tone;
            this.words = words;
        }
    }

    PreflightCard(Doing doing) {
        asOf.getStyleClass().add("as-of");
        question.getStyleClass().add("preflight-question");
        question.setWrapText(true);
        loss.getStyleClass().add("secondary");
        loss.setWrapText(true);
        loss.setMinHeight(Region.USE_PREF_SIZE);
        turn = Buttons.styled(
                Buttons.withKey("Switch over…", "S", () -> shown.ifPresent(doing::switchover)), "primary");
        turn.setId("switch-over");
        commands = Buttons.plain("Show commands", () -> shown.ifPresent(doing::showCommands));
        buttons = new FlowPane(8, 8, turn, commands);
        buttons.setMinHeight(Region.USE_PREF_SIZE);
        Button ask = Buttons.icon("mdi2r-refresh", "Ask the servers who could take over (P)", doing::ask);
        HBox right = new HBox(4, asOf, ask);
        right.setAlignment(Pos.CENTER_RIGHT);
        VBox body = new VBox(10, question, lines, loss, buttons);
        body.getStyleClass().add("card-body");
        card = Card.titled("Preflight", right, body);
    }

    Node node() {
        return card;
    }

    /** Who it is about; empty if that is not known. */
    Optional<Preflight> shown() {
        return shown;
    }

    /**
     * Shows what is known.
     *
     * @param candidate id of the node that the person thinks of; empty for the best
     * @param lastAway how long writes were away the last time
     */
    void show(Preflights known, String candidate, Instant now, Optional<Duration> lastAway) {
        shown = known.fault().isPresent() ? Optional.empty() : known.of(candidate);
        showAge(known, now);
        question.setText(question(known));
        fill(known);
        boolean possible =
                shown.map(one -> one.verdict() != Preflight.Verdict.REFUSED).orElse(false);
        turn.setDisable(!possible || known.asking());
        visible(buttons, shown.isPresent());
        String text = shown.map(PreflightCard::loss).orElse("")
                + lastAway.map(away ->
                                (shown.isPresent() ? ". " : "") + "Last time writes were away for " + Spans.words(away))
                        .orElse("");
        loss.setText(text);
        visible(loss, !text.isEmpty());
    }

    private void showAge(Preflights known, Instant now) {
        boolean stale = known.askedAt().isPresent() && known.isStale(now);
        asOf.pseudoClassStateChanged(STALE, stale);
        asOf.setText(
                known.asking()
                        ? "asking…"
                        : known.askedAt()
                                .map(at -> "as of " + TIME.format(at.atZone(ZoneId.systemDefault())))
                                .orElse(""));
        asOf.setTooltip(stale ? new Tooltip("Things may have changed since. P asks again") : null);
    }

    private String question(Preflights known) {
        if (known.fault().isPresent()) {
            return Sentence.begin(known.fault().get().sentence());
        }
        if (shown.isPresent()) {
            return "Switch over to " + shown.get().name() + "?";
        }
        if (known.asking()) {
            return "Asking the servers who could take over…";
        }
        return known.askedAt().isPresent()
                ? "There is nobody who could take over."
                : "Select a standby to see what speaks for and against making it the primary.";
    }

    private void fill(Preflights known) {
        List<Line> wanted = new ArrayList<>();
        shown.ifPresent(one -> {
            one.forIt().forEach(text -> wanted.add(new Line(Sign.FOR, text)));
            one.against().stream()
                    .filter(text -> !one.refusal().equals(Optional.of(text)))
                    .forEach(text -> wanted.add(new Line(Sign.AGAINST, text)));
            one.refusal().ifPresent(text -> wanted.add(new Line(Sign.REFUSED, text)));
            Refused.others(known.all(), one).forEach(text -> wanted.add(new Line(Sign.NAMED, text)));
        });
        lines.getChildren().setAll(wanted.stream().map(PreflightCard::row).toList());
        visible(lines, !wanted.isEmpty());
    }

    private static Node row(Line line) {
        Label mark = new Label(line.sign().mark);
        mark.getStyleClass().addAll("sign", "toned", line.sign().tone.styleClass());
        Label text = new Label(line.sign() == Sign.NAMED ? line.text() : Sentence.begin(line.text()));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setAccessibleText(line.sign().words + ": " + line.text());
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(8, mark, text);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private static String loss(Preflight preflight) {
        Long bytes = preflight.predictedLossBytes();
        Long transactions = preflight.predictedLossTransactions();
        if (bytes == null) {
            return "What would be lost is not known";
        }
        if (bytes == 0) {
            return "Loses nothing";
        }
        return "Done now it would lose " + Sizes.bytes(bytes)
                + (transactions == null ? "" : ", " + Sizes.of(transactions, "transaction", "transactions"));
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
