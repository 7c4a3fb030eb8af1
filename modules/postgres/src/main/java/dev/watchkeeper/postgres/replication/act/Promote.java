package dev.watchkeeper.postgres.replication.act;

import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sql.Quoting;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.time.Duration;
import java.util.Optional;

/** Makes a standby a primary, all by itself. */
final class Promote extends MemberAction {
    private static final SqlFile PROMOTE = SqlFile.of(Promote.class, "promote");
    private static final Duration UNTIL_IT_WRITES = Duration.ofSeconds(30);

    private final String preview;
    private final Optional<PostgresServer> mustBeDown;

    /** @param mustBeDown the primary; if it takes writes when this is run, nothing is done */
    Promote(Member member, String preview, Optional<PostgresServer> mustBeDown) {
        super(member);
        this.preview = preview;
        this.mustBeDown = mustBeDown;
    }

    @Override
    public String name() {
        return "promote";
    }

    @Override
    public String preview() {
        return preview;
    }

    @Override
    public String statement() {
        return PROMOTE.filled(Quoting.literal(member().system()));
    }

    @Override
    public Danger danger() {
        return Danger.DANGEROUS;
    }

    @Override
    public Outcome run() throws FaultException {
        long start = System.nanoTime();
        if (mustBeDown.isPresent() && takesWrites(mustBeDown.get())) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "the primary " + mustBeDown.get().target().name() + " takes writes again",
                    "Nothing was done; a second primary would be a split brain. Switch over instead");
        }
        if (!act(PROMOTE, member().system())) {
            throw Standing.changed(member().name(), "that standby");
        }
        boolean done = !Standing.await(server(), UNTIL_IT_WRITES, standing -> !standing.standby())
                .standby();
        return new Outcome(
                done,
                done
                        ? member().name() + " takes writes after " + Spans.words(since(start))
                        : member().name() + " is still in recovery after " + Spans.words(since(start)),
                since(start));
    }

    private boolean takesWrites(PostgresServer primary) {
        try {
            Standing now = primary.probe(Standing::read);
            return !now.standby() && now.system().equals(member().system());
        } catch (FaultException gone) {
            return false;
        }
    }
}
