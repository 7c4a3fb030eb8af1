package dev.watchkeeper.app.panes.backups.deeds;

import dev.watchkeeper.app.reports.Times;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.backup.schedule.ByTheClock;
import dev.watchkeeper.backup.schedule.Clockwork;
import dev.watchkeeper.backup.schedule.CronTime;
import dev.watchkeeper.backup.schedule.Keeper;
import dev.watchkeeper.backup.schedule.Schedules;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.HostSpec;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** When a host is to do something, as cron writes it, and what that means. Lives on the FX thread. */
final class ClockFields {
    private static final int TOLD = 3;

    /** What can be chosen. */
    private enum By {
        USUAL("cron, or systemd where there is no cron", Optional.empty()),
        CRON("cron", Optional.of(Keeper.CRON)),
        TIMER("a timer of systemd", Optional.of(Keeper.TIMER));

        private final String title;
        private final Optional<Keeper> keeper;

        By(String title, Optional<Keeper> keeper) {
            this.title = title;
            this.keeper = keeper;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    private final PaneContext context;
    private final ZoneId here;
    private final Runnable changed;
    private final TextField time = new TextField("0 2 * * *");
    private final ComboBox<By> keeper = new ComboBox<>();
    private final Label words = new Label();
    private String host = "";
    private Optional<Clockwork> clockwork = Optional.empty();

    /**
     * @param here the workstation's zone
     * @param changed called when something else was typed
     */
    ClockFields(PaneContext context, ZoneId here, Runnable changed) {
        this.context = context;
        this.here = here;
        this.changed = changed;
        time.setId("backup-cron");
        time.getStyleClass().add("code");
        time.setPromptText("minute hour day month weekday");
        time.textProperty().addListener((property, before, now) -> tell());
        keeper.setId("backup-keeper");
        keeper.getItems().setAll(By.values());
        keeper.getSelectionModel().selectFirst();
        words.setId("backup-cron-words");
        words.setWrapText(true);
        words.setMinHeight(54);
        words.setAlignment(Pos.TOP_LEFT);
        words.setPrefWidth(380);
    }

    TextField time() {
        return time;
    }

    ComboBox<?> keeper() {
        return keeper;
    }

    Label words() {
        return words;
    }

    /** Asks that host by which zone it goes; until it has answered nothing is said of moments. */
    void of(String newHost) {
        if (newHost.equals(host)) {
            return;
        }
        host = newHost;
        clockwork = Optional.empty();
        tell();
        context.background("clockwork", () -> {
            try {
                Clockwork found = new Schedules(context.hosts().host(newHost)).clockwork();
                context.fx().run(() -> {
                    if (newHost.equals(host)) {
                        clockwork = Optional.of(found);
                        tell();
                    }
                });
            } catch (FaultException e) {
                context.fx().run(() -> {
                    if (newHost.equals(host)) {
                        tell(e.fault().sentence());
                    }
                });
            }
        });
    }

    /** What is typed, if it makes sense. */
    Optional<ByTheClock> wish() {
        try {
            Optional<Keeper> by = Optional.ofNullable(keeper.getValue()).flatMap(one -> one.keeper);
            return Optional.of(new ByTheClock(CronTime.of(time.getText()), by));
        } catch (FaultException e) {
            return Optional.empty();
        }
    }

    private void tell() {
        tell("");
    }

    private void tell(String trouble) {
        try {
            CronTime typed = CronTime.of(time.getText());
            show(
                    typed.words() + " by the clock of " + (host.equals(HostSpec.LOCAL) ? "this machine" : host) + ". "
                            + (trouble.isEmpty()
                                    ? clockwork.map(one -> next(typed, one)).orElse("")
                                    : trouble),
                    false);
        } catch (FaultException e) {
            show(e.fault().sentence(), true);
        }
        changed.run();
    }

    private void show(String sentence, boolean wrong) {
        words.setText(sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1));
        words.getStyleClass().removeAll("secondary", "toned", "tone-red");
        words.getStyleClass().addAll(wrong ? List.of("toned", "tone-red") : List.of("secondary"));
    }

    private String next(CronTime typed, Clockwork there) {
        Instant now = context.clock().instant();
        Times times = new Times(here, now);
        List<Instant> next = typed.next(now, there.zone(), TOLD);
        boolean other =
                !there.zone().getRules().getOffset(now).equals(here.getRules().getOffset(now));
        return next.isEmpty()
                ? "That day never comes."
                : "Next" + (other ? ", here (there it is " + there.zone() + ")" : "") + ": "
                        + next.stream().map(times::minute).collect(Collectors.joining(", ")) + ".";
    }
}
