package dev.watchkeeper.app.panes.locks;

import dev.watchkeeper.app.controls.graph.GraphLayout;
import dev.watchkeeper.app.controls.graph.LayeredLayout;
import dev.watchkeeper.app.controls.graph.StableLayout;
import dev.watchkeeper.app.controls.timeline.Track;
import dev.watchkeeper.app.panes.locks.picture.DrawnQueue;
import dev.watchkeeper.app.panes.locks.picture.ForestPicture;
import dev.watchkeeper.app.panes.locks.picture.MemberText;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.postgres.locks.BlockingForest;
import dev.watchkeeper.postgres.locks.ForestRecorder;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the person looks at: now or a moment of the past, which piles are open, and where everything stands. Thread-safe;
 * it lays out, so call it off the FX thread.
 */
final class LocksModel {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");
    /** So many more of a pile are shown at a time. */
    private static final int MORE = 12;

    private final ForestRecorder recorder = new ForestRecorder();
    private final ZoneId zone;
    private final Map<String, Integer> unfolded = new HashMap<>();
    private Optional<Instant> wanted = Optional.empty();
    private GraphLayout layout = GraphLayout.EMPTY;
    private @Nullable Snapshot<BlockingForest> newest;
    private long turn;

    LocksModel(ZoneId zone) {
        this.zone = zone;
    }

    /** Takes in a new answer. While one looks back, what is shown stays. */
    synchronized LocksScene seen(Snapshot<BlockingForest> snapshot) {
        newest = snapshot;
        recorder.add(snapshot);
        return scene(snapshot);
    }

    /** Looks at a moment of the past, or at now; empty before the first answer. */
    synchronized Optional<LocksScene> look(Optional<Instant> moment) {
        wanted = moment;
        return scene();
    }

    /** Shows more of a pile, laid out anew. */
    synchronized Optional<LocksScene> open(String pile) {
        unfolded.merge(pile, MORE, Integer::sum);
        layout = GraphLayout.EMPTY;
        return newest == null ? Optional.empty() : Optional.of(scene(newest, pile));
    }

    /** Folds everything again and lays out from nothing. */
    synchronized Optional<LocksScene> tidy(boolean fold) {
        if (fold) {
            unfolded.clear();
        }
        layout = GraphLayout.EMPTY;
        return scene();
    }

    /** What was recorded, oldest first. */
    List<ForestRecorder.Frame> frames() {
        return recorder.frames();
    }

    private Optional<LocksScene> scene() {
        return newest == null ? Optional.empty() : Optional.of(scene(newest));
    }

    private LocksScene scene(Snapshot<BlockingForest> latest) {
        return scene(latest, "");
    }

    private LocksScene scene(Snapshot<BlockingForest> latest, String anchor) {
        Snapshot<BlockingForest> shown = wanted.flatMap(recorder::at)
                .map(frame -> new Snapshot<>(frame.forest(), frame.at(), latest.version(), latest.cost()))
                .orElse(latest);
        BlockingForest forest = shown.value();
        DrawnQueue queue = DrawnQueue.of(forest);
        MemberText text = new MemberText(shown.takenAt(), zone);
        List<BlockingForest.Root> roots = forest.roots(shown.takenAt());
        ForestPicture picture = ForestPicture.of(forest, queue, roots, text, unfolded);
        int before = layout.placed().size();
        layout = layout.placed().isEmpty()
                ? LayeredLayout.of(picture.graph())
                : StableLayout.next(layout, picture.graph());
        boolean loose = layout.placed().size() < before && StableLayout.isLoose(layout);
        List<ForestRecorder.Frame> frames = recorder.frames();
        return new LocksScene(
                ++turn,
                shown,
                wanted.isEmpty(),
                roots,
                queue,
                picture,
                layout,
                loose,
                anchor,
                text,
                track(frames, latest.takenAt()),
                frames.reversed().stream()
                        .filter(frame -> frame.waiting() > 0)
                        .map(ForestRecorder.Frame::at)
                        .findFirst(),
                frames.stream().map(ForestRecorder.Frame::at).findFirst());
    }

    private Track track(List<ForestRecorder.Frame> frames, Instant end) {
        return new Track(
                frames.stream()
                        .map(frame -> new Track.Sample(frame.at(), frame.waiting()))
                        .toList(),
                recorder.onsets().stream()
                        .map(onset -> new Track.Mark(
                                onset.at(), SECOND.format(onset.at().atZone(zone)) + " " + onset.what()))
                        .toList(),
                end,
                ForestRecorder.SPAN);
    }
}
