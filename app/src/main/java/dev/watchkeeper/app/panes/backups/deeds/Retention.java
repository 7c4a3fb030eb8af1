package dev.watchkeeper.app.panes.backups.deeds;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.DialogBox;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.CatalogReader;
import dev.watchkeeper.backup.retention.Decision;
import dev.watchkeeper.backup.retention.RetentionDesk;
import dev.watchkeeper.backup.retention.RetentionPlan;
import dev.watchkeeper.backup.retention.RetentionRules;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.text.Sizes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** Shows which backups may go by which rule, and has them go, one place after the other. Lives on the FX thread. */
final class Retention {
    private final PaneContext context;
    private final CatalogReader reader;
    private final ZoneId zone;
    private final TextField days = new TextField("30");
    private final TextField weekly = new TextField("90");
    private final Label sentence = new Label();
    private final TextArea list = new TextArea();
    private final Button yes = Buttons.styled(Buttons.plain("Go on…", this::goOn), "danger");
    private Catalog catalog = new Catalog(Instant.EPOCH, List.of(), List.of(), List.of(), List.of(), List.of());
    private List<Decision> decisions = List.of();

    Retention(PaneContext context, CatalogReader reader, ZoneId zone) {
        this.context = context;
        this.reader = reader;
        this.zone = zone;
        list.setEditable(false);
        list.setPrefRowCount(16);
        list.getStyleClass().add("code");
        list.setAccessibleText("What goes, and what stays");
        sentence.setWrapText(true);
        days.setPrefColumnCount(4);
        weekly.setPrefColumnCount(4);
        days.setAccessibleText("Days for which every backup is kept");
        weekly.setAccessibleText("Days for which the first of each week is kept");
        days.textProperty().addListener((property, before, now) -> show());
        weekly.textProperty().addListener((property, before, now) -> show());
        yes.setId("retention-go-on");
    }

    void open() {
        context.say("Reading what there is…");
        context.background("retention", () -> {
            try {
                Catalog read = reader.read();
                context.fx().run(() -> open(read));
            } catch (FaultException e) {
                context.complain(e.fault());
            }
        });
    }

    private void open(Catalog read) {
        catalog = read;
        DialogBox dialog = new DialogBox(
                "What may go of the backups of " + context.target().name(),
                Optional.of(context.target().environment()),
                720);
        HBox rules = new HBox(
                8,
                new Label("Every one is kept for"),
                days,
                new Label("days, the first of each week for"),
                weekly,
                new Label("days"));
        rules.setAlignment(Pos.CENTER_LEFT);
        Label always =
                new Label("The last good one of each database, and what others build on, always stays. pgBackRest and"
                        + " Barman keep to rules of their own.");
        always.setWrapText(true);
        always.getStyleClass().add("secondary");
        dialog.add(rules, always, sentence, list);
        Button no = Buttons.withKey("Back", "Esc", context.modals()::close);
        no.setCancelButton(true);
        dialog.addButtons(no, yes);
        show();
        context.modals().open(dialog, () -> {});
        days.requestFocus();
    }

    private static OptionalInt number(TextField field) {
        String text = field.getText().strip();
        return text.matches("[1-9][0-9]{0,4}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private Optional<RetentionRules> rules() {
        OptionalInt all = number(days);
        OptionalInt weeks = number(weekly);
        return all.isPresent() && weeks.isPresent()
                ? Optional.of(new RetentionRules(Duration.ofDays(all.getAsInt()), Duration.ofDays(weeks.getAsInt())))
                : Optional.empty();
    }

    private void show() {
        Optional<RetentionRules> rules = rules();
        decisions = rules.map(one -> new RetentionPlan(one, catalog.takenAt(), zone).decide(catalog))
                .orElse(List.of());
        yes.setDisable(rules.isEmpty() || actions(rules.get()).isEmpty());
        long going = decisions.stream().filter(Decision::goes).count();
        long bytes = decisions.stream()
                .filter(Decision::goes)
                .mapToLong(one -> one.backup().repoBytes().orElse(0))
                .sum();
        sentence.setText(
                rules.isEmpty()
                        ? "Days are whole numbers from 1 on."
                        : going == 0
                                ? "None of " + Sizes.of(decisions.size(), "file or folder", "files and folders")
                                        + " may go."
                                : Sizes.of(going, "backup goes", "backups go") + " (" + Sizes.bytes(bytes) + "), "
                                        + Sizes.count(decisions.size() - going) + " stay.");
        list.setText(decisions.stream()
                .sorted((one, other) -> Boolean.compare(other.goes(), one.goes()))
                .map(one -> (one.goes() ? "goes   " : "stays  ")
                        + one.backup().id().replaceAll("\\p{Cntrl}", "?") + " on "
                        + one.backup().source().host() + "   "
                        + one.why())
                .collect(Collectors.joining("\n")));
    }

    private List<Action> actions(RetentionRules rules) {
        return new RetentionDesk(context.target(), context.hosts(), rules, catalog.takenAt())
                .actions(catalog, decisions);
    }

    private void goOn() {
        rules().ifPresent(rules -> {
            Deque<Action> all = new ArrayDeque<>(actions(rules));
            context.modals().close();
            next(all);
        });
    }

    private void next(Deque<Action> left) {
        Action action = left.poll();
        if (action != null) {
            context.act(action, outcome -> next(left));
        }
    }
}
