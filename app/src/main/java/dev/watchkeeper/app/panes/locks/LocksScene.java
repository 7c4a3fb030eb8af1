package dev.watchkeeper.app.panes.locks;

import dev.watchkeeper.app.controls.graph.GraphLayout;
import dev.watchkeeper.app.controls.timeline.Track;
import dev.watchkeeper.app.panes.locks.picture.Dossier;
import dev.watchkeeper.app.panes.locks.picture.Dossiers;
import dev.watchkeeper.app.panes.locks.picture.DrawnQueue;
import dev.watchkeeper.app.panes.locks.picture.ForestPicture;
import dev.watchkeeper.app.panes.locks.picture.MemberText;
import dev.watchkeeper.app.panes.locks.picture.Pile;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.postgres.locks.BlockingForest;
import dev.watchkeeper.postgres.locks.Member;
import dev.watchkeeper.postgres.locks.Party;
import dev.watchkeeper.postgres.locks.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that the pane shows at one moment, made off the FX thread. Immutable.
 *
 * @param turn rises from scene to scene
 * @param snapshot what is shown; of the past while one looks back
 * @param live whether it is the newest there is
 * @param loose whether the layout has become so thin that it should be made anew when nobody minds
 * @param anchor node that was opened just now, and stays in its place on the screen; empty if none was
 * @param lastBlocked the newest recorded moment at which somebody waited
 * @param since from when on there are records
 */
record LocksScene(
        long turn,
        Snapshot<BlockingForest> snapshot,
        boolean live,
        List<BlockingForest.Root> roots,
        DrawnQueue queue,
        ForestPicture picture,
        GraphLayout layout,
        boolean loose,
        String anchor,
        MemberText text,
        Track track,
        Optional<Instant> lastBlocked,
        Optional<Instant> since) {

    BlockingForest forest() {
        return snapshot.value();
    }

    Instant at() {
        return snapshot.takenAt();
    }

    /** The moment that is looked at; empty if that is now. */
    Optional<Instant> looking() {
        return live ? Optional.empty() : Optional.of(at());
    }

    /** How long it has waited; for a blocker that runs, how long the first of those behind it has. */
    Duration since(Party party) {
        Wait awaits = forest().member(party).map(Member::awaits).orElse(null);
        if (awaits != null) {
            return awaits.lasts(at());
        }
        return roots.stream()
                .filter(root -> root.party().equals(party))
                .map(BlockingForest.Root::longest)
                .findFirst()
                .orElse(Duration.ZERO);
    }

    /** Sessions that wait for it, directly or behind others. */
    int holdsBack(Party party) {
        return roots.stream()
                .filter(root -> root.party().equals(party))
                .mapToInt(BlockingForest.Root::holdsBack)
                .findFirst()
                .orElseGet(() -> queue.isBlocker(party)
                        ? (int) forest().heldBackBy(party).stream()
                                .filter(held -> !held.equals(party))
                                .count()
                        : 0);
    }

    /** About a card of the picture; empty if it isn't there. */
    Optional<Dossier> dossier(String node) {
        Pile pile = picture.piles().get(node);
        if (pile == null) {
            return Optional.empty();
        }
        Dossiers dossiers = new Dossiers(forest(), queue, text);
        return pile.isSingle() ? forest().member(pile.members().getFirst()).map(dossiers::about) : dossiers.about(pile);
    }

    /** About a member, whether it has a card of its own or not. */
    Optional<Dossier> dossier(Party party) {
        return forest().member(party).map(new Dossiers(forest(), queue, text)::about);
    }
}
