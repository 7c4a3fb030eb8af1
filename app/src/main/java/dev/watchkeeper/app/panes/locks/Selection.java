package dev.watchkeeper.app.panes.locks;

import dev.watchkeeper.app.panes.locks.picture.Dossier;
import dev.watchkeeper.app.panes.locks.picture.Pile;
import dev.watchkeeper.postgres.locks.BlockingForest;
import dev.watchkeeper.postgres.locks.Party;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom the person looks at: a member, or a pile of them. Somebody who leaves the forest stays selected, as gone: a key
 * that was meant for one must never hit another.
 */
final class Selection {
    private @Nullable Party party;
    private String pile = "";
    private Optional<Dossier> known = Optional.empty();

    void choose(Party chosen) {
        party = chosen;
        pile = "";
    }

    void choose(Pile chosen) {
        party = chosen.isSingle() ? chosen.members().getFirst() : null;
        pile = chosen.isSingle() ? "" : chosen.id();
    }

    /** Goes on to the next scene. As long as nobody was chosen, the worst root blocker is. */
    void follow(LocksScene scene) {
        if (scene.forest().isEmpty() && scene.live() && known.isEmpty()) {
            party = null;
            pile = "";
        }
        if (party == null && pile.isEmpty()) {
            scene.roots().stream().map(BlockingForest.Root::party).findFirst().ifPresent(this::choose);
        }
    }

    Optional<Party> party() {
        return Optional.ofNullable(party);
    }

    /** The card that shows it; empty if there is none. */
    String node(LocksScene scene) {
        return party == null ? pile : scene.picture().nodeOf(party).orElse("");
    }

    /** What is known about it; of somebody who has left what was known last. */
    Optional<Dossier> dossier(LocksScene scene) {
        Optional<Dossier> now = party == null ? scene.dossier(pile) : scene.dossier(party);
        if (now.isPresent()) {
            known = now;
            return now;
        }
        known = party == null ? Optional.empty() : known.map(Dossier::gone);
        return known;
    }
}
