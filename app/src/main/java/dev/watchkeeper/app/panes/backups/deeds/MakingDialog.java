package dev.watchkeeper.app.panes.backups.deeds;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Choice;
import dev.watchkeeper.app.controls.DialogBox;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.backup.make.BackupWish;
import dev.watchkeeper.backup.make.Where;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.BackupSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;

/** Asks which backup is wanted; what it will do is said before anything is done. Lives on the FX thread. */
final class MakingDialog {
    private final PaneContext context;
    private final Runnable begun;
    private final Runnable scheduled;
    private final ClockFields clock;
    private final Choice<Boolean> when =
            new Choice<>(List.of(false, true), is -> is ? "By the clock" : "Now", this::byTheClock);
    private final Label words = new Label();
    private final Button yes = Buttons.styled(Buttons.plain("Go on…", this::goOn), "primary");
    private boolean isByTheClock;
    private final ComboBox<Kind> kind = new ComboBox<>();
    private final ComboBox<BackupSource> place = new ComboBox<>();
    private final ComboBox<String> format = new ComboBox<>();
    private final TextField database = new TextField();
    private final TextField compress = new TextField();
    private final GridPane form = new GridPane();

    /**
     * @param begun called when a job runs
     * @param scheduled called when it was written to be done by the clock
     * @param zone of the workstation
     */
    MakingDialog(PaneContext context, Runnable begun, Runnable scheduled, ZoneId zone) {
        this.context = context;
        this.begun = begun;
        this.scheduled = scheduled;
        this.clock = new ClockFields(context, zone, this::tellWhether);
        kind.setId("backup-kind");
        place.setId("backup-place");
        format.setId("backup-format");
        database.setId("backup-database");
        compress.setId("backup-compress");
        compress.setPromptText("the tool's own");
        database.setPromptText(context.target().endpoint().database());
        place.setConverter(new StringConverter<>() {
            @Override
            public String toString(BackupSource source) {
                return source == null ? "" : source.title() + " on " + source.host();
            }

            @Override
            public BackupSource fromString(String text) {
                throw new UnsupportedOperationException("places are chosen, not typed");
            }
        });
        form.setHgap(12);
        form.setVgap(8);
        kind.getItems().setAll(Kind.of(context.target()));
        kind.valueProperty().addListener((property, before, now) -> chosen(now));
        place.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                clock.of(now.host());
            }
        });
    }

    /** @param byTheClock whether that is chosen at the beginning */
    void open(boolean byTheClock) {
        DialogBox dialog = new DialogBox(
                "Back up " + context.target().name(),
                Optional.of(context.target().environment()),
                520);
        words.setWrapText(true);
        words.getStyleClass().add("secondary");
        dialog.add(words, form);
        Button no = Buttons.withKey("Back", "Esc", context.modals()::close);
        no.setCancelButton(true);
        yes.setDefaultButton(true);
        yes.setId("backup-go-on");
        dialog.addButtons(no, yes);
        isByTheClock = byTheClock;
        when.press(byTheClock);
        kind.getSelectionModel().selectFirst();
        tellWhen();
        context.modals().open(dialog, () -> {});
        kind.requestFocus();
    }

    private void chosen(Kind now) {
        place.getItems().setAll(now.places(context.target()));
        place.getSelectionModel().selectFirst();
        format.getItems().setAll(formats(now));
        format.getSelectionModel().selectFirst();
        form.getChildren().clear();
        row("What", kind);
        row("Where", place);
        if (!format.getItems().isEmpty()) {
            row("As", format);
            row("Compression", compress);
        }
        if (now == Kind.DUMP) {
            row("Database", database);
        }
        if (now != Kind.RDB) {
            row("When", when);
        }
        if (isByTheClock()) {
            row("Time (cron)", clock.time());
            row("Kept by", clock.keeper());
            form.add(clock.words(), 1, form.getRowCount());
        }
        tellWhether();
    }

    private boolean isByTheClock() {
        return isByTheClock && kind.getValue() != Kind.RDB;
    }

    private void byTheClock(boolean is) {
        isByTheClock = is;
        BackupSource chosen = place.getValue();
        String as = format.getValue();
        chosen(kind.getValue());
        place.setValue(chosen);
        format.setValue(as);
        tellWhen();
        if (is) {
            clock.time().requestFocus();
        }
    }

    private void tellWhen() {
        words.setText(
                isByTheClock()
                        ? "The host does it again and again, whether this window is open or not. Each time what was saved"
                                + " is read back."
                        : "It runs on the host, and goes on when this window is closed. What was saved is read back.");
    }

    private void tellWhether() {
        yes.setDisable(isByTheClock() && clock.wish().isEmpty());
    }

    private void row(String title, javafx.scene.layout.Region field) {
        Label label = new Label(title);
        label.getStyleClass().add("secondary");
        label.setLabelFor(field);
        label.setMinWidth(90);
        field.setAccessibleText(title);
        field.setMaxWidth(Double.MAX_VALUE);
        field.setPrefWidth(380);
        field.setMinHeight(30);
        form.addRow(form.getRowCount(), label, field);
    }

    private static List<String> formats(Kind kind) {
        return switch (kind) {
            case DUMP -> List.of("custom", "directory", "tar", "plain");
            case BASE -> List.of("plain", "tar");
            default -> List.of();
        };
    }

    private void goOn() {
        BackupWish wish = wish(kind.getValue());
        BackupSource source = place.getValue();
        Where where = Where.at(source, isByTheClock() ? clock.wish() : Optional.empty());
        Runnable afterwards = isByTheClock() ? scheduled : begun;
        context.modals().close();
        context.say("Looking what " + source.host() + " has for that…");
        context.background("plan a backup", () -> {
            try {
                Action action = context.backupDesk().make(wish, where);
                context.fx().run(() -> context.act(action, outcome -> afterwards.run()));
            } catch (FaultException e) {
                context.complain(e.fault());
            }
        });
    }

    private BackupWish wish(Kind wanted) {
        return switch (wanted) {
            case DUMP -> {
                BackupWish.Dump usual = BackupWish.Dump.usual();
                yield new BackupWish.Dump(
                        typed(database),
                        BackupWish.DumpFormat.valueOf(format.getValue().toUpperCase(java.util.Locale.ROOT)),
                        usual.jobs(),
                        typed(compress),
                        usual.content(),
                        usual.tables(),
                        usual.excluded());
            }
            case GLOBALS -> new BackupWish.Globals();
            case BASE -> new BackupWish.Base(format.getValue().equals("tar"), typed(compress), Optional.empty());
            case PGBACKREST_FULL -> new BackupWish.PgBackRest("full");
            case PGBACKREST_DIFF -> new BackupWish.PgBackRest("diff");
            case PGBACKREST_INCR -> new BackupWish.PgBackRest("incr");
            case BARMAN -> new BackupWish.Barman();
            case RDB -> new BackupWish.Rdb();
        };
    }

    private static Optional<String> typed(TextField field) {
        return Optional.of(field.getText().strip()).filter(text -> !text.isEmpty());
    }
}
