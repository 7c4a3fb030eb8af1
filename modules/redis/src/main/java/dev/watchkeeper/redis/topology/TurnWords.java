package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.topology.Preflight;

/** A preflight in words, for the confirmation. */
final class TurnWords {
    private TurnWords() {}

    static String preview(Preflights preflights, Preflight preflight) {
        Long loss = preflight.predictedLossBytes();
        String how = switch (preflights.way()) {
            case SENTINELS -> "Through the sentinels, makes ";
            case HANDOVER -> "Makes ";
            case BY_HAND -> "By hand, because nobody watches, makes ";
        };
        StringBuilder words = new StringBuilder(how)
                .append(preflight.name())
                .append(" the primary instead of ")
                .append(preflights.primary().name())
                .append(
                        loss == null
                                ? "; what is lost is not known"
                                : loss == 0 ? "; loses nothing" : "; loses " + Sizes.bytes(loss));
        preflight.forIt().forEach(reason -> words.append(". ").append(reason));
        preflight.against().forEach(reason -> words.append(". ! ").append(reason));
        if (preflights.primary().isPrimary()) {
            words.append(". Writes are away for about 1 to 2 s; clients of the old primary are sent away");
        }
        return words.append(". There is no undo but to switch back").toString();
    }
}
