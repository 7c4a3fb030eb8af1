package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.panes.backups.picture.State;
import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Proof;
import dev.watchkeeper.kernel.text.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Everything that is known of one backup, in an order in which one asks. */
final class Facts {
    private final Backup backup;
    private final BackupsScene scene;
    private final List<Fact> facts = new ArrayList<>();

    private Facts(Backup backup, BackupsScene scene) {
        this.backup = backup;
        this.scene = scene;
    }

    static List<Fact> of(Backup backup, BackupsScene scene) {
        Facts all = new Facts(backup, scene);
        all.state();
        all.time();
        all.size();
        all.chain();
        all.wal();
        all.rest();
        return List.copyOf(all.facts);
    }

    private void state() {
        State state = State.of(backup, scene.at());
        backup.error()
                .ifPresent(error -> facts.add(Fact.toned(
                        state == State.RUNNING ? "State" : "Error", error, BackupWords.tone(backup, scene.times()))));
        scene.staleSince(backup)
                .ifPresent(at -> facts.add(Fact.toned("Seen last", scene.times().second(at), Tone.AMBER)));
        backup.proof().ifPresent(this::proof);
        if (backup.proof().isEmpty() && state == State.GOOD) {
            facts.add(Fact.of("Proof", "it was not verified"));
        }
    }

    private void proof(Proof proof) {
        String detail = proof.detail().isEmpty() ? "" : ": " + proof.detail();
        facts.add(Fact.toned(
                proof.good() ? "Proof" : "Broken",
                proof.how() + ", " + scene.times().second(proof.at()) + detail,
                proof.good() ? Tone.NEUTRAL : Tone.RED));
    }

    private void time() {
        backup.database().ifPresent(name -> facts.add(Fact.of("Database", name)));
        backup.startedAt()
                .ifPresent(at -> facts.add(Fact.of("Begun", scene.times().second(at))));
        String took = BackupWords.took(backup, "");
        backup.stoppedAt()
                .ifPresent(at -> facts.add(
                        Fact.of("Complete", scene.times().second(at) + (took.isEmpty() ? "" : ", after " + took))));
    }

    private void size() {
        if (backup.sizeBytes().isPresent()) {
            facts.add(Fact.of("Size", Sizes.bytes(backup.sizeBytes().getAsLong())));
        }
        if (backup.repoBytes().isPresent()) {
            facts.add(Fact.of("Stored", Sizes.bytes(backup.repoBytes().getAsLong()) + share()));
        }
    }

    private String share() {
        long whole = backup.sizeBytes().orElse(0);
        if (whole <= 0) {
            return "";
        }
        double percent = 100.0 * backup.repoBytes().orElse(0) / whole;
        return percent < 1
                ? ", less than 1 % of its size"
                : String.format(Locale.ROOT, ", %.0f %% of its size", percent);
    }

    private void chain() {
        backup.prior().ifPresent(prior -> {
            boolean there = scene.lineage().prior(backup).isPresent();
            facts.add(there ? Fact.code("Builds on", prior) : gone(prior));
        });
        int followers = scene.lineage().followers(backup).size();
        if (followers > 0) {
            facts.add(Fact.of("Carries", Sizes.of(followers, "backup builds on it", "backups build on it")));
        }
    }

    private static Fact gone(String prior) {
        return Fact.toned("Builds on", prior + ", which is not there: it can't be used", Tone.RED);
    }

    private void wal() {
        Optional<String> from = backup.walStart();
        Optional<String> to = backup.walStop();
        from.or(() -> to).ifPresent(one -> {
            String last = to.filter(stop -> !stop.equals(one))
                    .map(stop -> "\n" + stop)
                    .orElse("");
            facts.add(Fact.code("Needs WAL", one + last));
        });
        if (backup.timeline().isPresent()) {
            facts.add(Fact.of("Timeline", Integer.toString(backup.timeline().getAsInt())));
        }
    }

    private void rest() {
        facts.add(Fact.code("Lies in", backup.place()));
        facts.add(Fact.of("Source", BackupWords.source(backup.source())));
        backup.serverVersion().ifPresent(version -> facts.add(Fact.of("Server", version)));
        backup.systemId().ifPresent(id -> facts.add(Fact.code("System id", id)));
        if (backup.encrypted()) {
            facts.add(Fact.of("Encrypted", "yes: it can only be read with the key"));
        }
        if (!backup.retention().isEmpty()) {
            facts.add(Fact.of("Kept", backup.retention()));
        }
    }
}
