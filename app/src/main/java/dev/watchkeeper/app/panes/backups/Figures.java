package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.StatCard;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.panes.backups.picture.Risk;
import dev.watchkeeper.app.panes.backups.picture.State;
import dev.watchkeeper.app.reports.Times;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The figures at the top. Lives on the FX thread. */
final class Figures extends Card {
    private static final Duration LITTLE = Duration.ofMinutes(5);
    private static final Duration MUCH = Duration.ofHours(1);
    /** Days of which nobody thinks today. */
    private static final long FAR = 3650;

    private static final Duration DAY = Duration.ofHours(25);

    private final StatCard lost = new StatCard("Would be lost now (RPO)");
    private final StatCard back = new StatCard("Time back (RTO)");
    private final StatCard running = new StatCard("Running");
    private final StatCard repository = new StatCard("Repository");

    Figures() {
        HBox row = new HBox();
        for (StatCard card : List.of(lost, back, running, repository)) {
            card.setPrefWidth(240);
            card.setMinWidth(96);
            HBox.setHgrow(card, Priority.ALWAYS);
            row.getChildren().add(card);
        }
        getChildren().add(row);
        back.show("not measured yet", "a restore drill measures it", Tone.NEUTRAL);
    }

    void show(BackupsScene scene, List<BackupDeeds.Job> jobs) {
        risk(scene);
        work(scene, jobs);
        Storage storage = Storage.of(scene.catalog());
        repository.show(Sizes.bytes(storage.bytes()), room(storage), tone(storage));
    }

    private void risk(BackupsScene scene) {
        Optional<Risk> risk = Risk.of(scene.catalog());
        if (risk.isEmpty()) {
            boolean blind = scene.isBlind();
            lost.show(
                    blind ? "unknown" : "everything",
                    blind ? "no source could be read" : "nothing can be had back",
                    Tone.RED);
            return;
        }
        Risk known = risk.get();
        String note = (known.archived() ? "last change archived " : "last backup ")
                + scene.times().second(known.since());
        lost.show(Times.span(known.lost()), note, tone(known));
    }

    private static Tone tone(Risk risk) {
        Duration well = risk.archived() ? LITTLE : DAY;
        Duration bad = risk.archived() ? MUCH : DAY.multipliedBy(2);
        return risk.lost().compareTo(well) <= 0 ? Tone.GREEN : risk.lost().compareTo(bad) <= 0 ? Tone.AMBER : Tone.RED;
    }

    private void work(BackupsScene scene, List<BackupDeeds.Job> jobs) {
        Optional<BackupDeeds.Job> job = jobs.stream()
                .filter(one -> one.state() == BackupDeeds.Job.State.RUNNING)
                .findFirst();
        if (job.isPresent()) {
            BackupDeeds.Job one = job.get();
            String figure = one.share().isPresent()
                    ? Math.round(100 * one.share().getAsDouble()) + " %"
                    : Spans.words(Duration.between(one.startedAt(), scene.at()));
            running.show(figure, one.what() + (one.note().isEmpty() ? "" : " · " + one.note()), Tone.NEUTRAL);
            return;
        }
        scene.catalog().backups().stream()
                .filter(backup -> State.of(backup, scene.at()) == State.RUNNING)
                .findFirst()
                .ifPresentOrElse(
                        backup -> running.show(
                                backup.source().engine().title() + " " + BackupWords.kind(backup),
                                backup.startedAt()
                                        .map(at -> "since " + scene.times().minute(at))
                                        .orElse(backup.id()),
                                Tone.NEUTRAL),
                        () -> running.show("nothing", last(scene), Tone.NEUTRAL));
    }

    private static String last(BackupsScene scene) {
        return scene.catalog().backups().stream()
                .filter(scene.lineage()::isUsable)
                .flatMap(backup -> backup.stoppedAt().stream())
                .max(Instant::compareTo)
                .map(at -> "last backup ended " + scene.times().minute(at))
                .orElse("");
    }

    private static String room(Storage storage) {
        return storage.room()
                .map(room -> Sizes.bytes(room.free()) + " free"
                        + room.full()
                                .filter(span -> span.toDays() < FAR)
                                .map(span -> " · " + (span.toDays() < 2 ? Spans.words(span) : span.toDays() + " days")
                                        + " at this rate")
                                .orElse(""))
                .orElse("what is free is not known");
    }

    private static Tone tone(Storage storage) {
        long days =
                storage.room().flatMap(Storage.Room::full).map(Duration::toDays).orElse(FAR);
        return days < 2 ? Tone.RED : days < 7 ? Tone.AMBER : Tone.NEUTRAL;
    }
}
