package dev.watchkeeper.postgres.replication.act;

import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.sql.Quoting;
import dev.watchkeeper.postgres.sql.SqlFile;

/** Pauses or resumes replay on a standby. */
final class PauseReplay extends MemberAction {
    private static final SqlFile PAUSE = SqlFile.of(PauseReplay.class, "pause_replay");
    private static final SqlFile RESUME = SqlFile.of(PauseReplay.class, "resume_replay");

    private final boolean pause;
    private final String preview;

    PauseReplay(Member member, boolean pause, String preview) {
        super(member);
        this.pause = pause;
        this.preview = preview;
    }

    @Override
    public String name() {
        return pause ? "pause-replay" : "resume-replay";
    }

    @Override
    public String preview() {
        return preview;
    }

    @Override
    public String statement() {
        return file().filled(Quoting.literal(member().system()));
    }

    private SqlFile file() {
        return pause ? PAUSE : RESUME;
    }

    @Override
    public Danger danger() {
        return Danger.ORDINARY;
    }

    @Override
    public Outcome run() throws FaultException {
        long start = System.nanoTime();
        if (!act(file(), member().system())) {
            throw Standing.changed(member().name(), "that standby");
        }
        String wanted = pause ? "paused" : "not paused";
        Standing now = Standing.await(
                server(), PATIENCE, standing -> standing.pauseState().equals(wanted));
        boolean done = now.pauseState().equals(wanted);
        String message = done
                ? (pause ? "paused after " : "goes on after ") + Spans.words(since(start))
                : "the server says " + now.pauseState() + " after " + Spans.words(since(start));
        return new Outcome(done, message, since(start));
    }
}
