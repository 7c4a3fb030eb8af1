package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.topology.Preflight;
import java.util.function.Consumer;

/** Makes one replica the primary: looks again, acts, and follows the change to its end. */
record Turn(Explorer explorer, String candidate, Way planned) implements Change.Work {
    @Override
    public Outcome run(Consumer<String> tell) throws FaultException {
        Field field = explorer.look();
        Preflights preflights = Preflights.of(field);
        Seen chosen = field.node(candidate).orElseThrow(() -> conflict(candidate + " is not known any more"));
        Preflight preflight = preflights.of(chosen);
        if (preflight.verdict() == Preflight.Verdict.REFUSED) {
            throw conflict(chosen.name() + ": " + preflight.refusal().orElse("it can't be the primary"));
        }
        if (preflights.way() != planned) {
            throw conflict("the cluster is not as it was: who answers has changed since the preview");
        }
        try (Watch watch = new Watch(field.servers().toList())) {
            watch.begun(preflights.primary());
            Aftermath aftermath = new Aftermath(field, preflights.primary(), watch, tell);
            return switch (planned) {
                case SENTINELS -> new SentinelTurn(field, preflights, chosen, watch, tell).run(aftermath);
                case HANDOVER -> new Handover(field, preflights.primary(), chosen, tell).run(aftermath);
                case BY_HAND -> new ByHand(field, preflights.primary(), chosen, tell).run(aftermath);
            };
        }
    }

    private static FaultException conflict(String why) {
        return new FaultException(FaultKind.CONFLICT, why, "Nothing was done; look again");
    }
}
