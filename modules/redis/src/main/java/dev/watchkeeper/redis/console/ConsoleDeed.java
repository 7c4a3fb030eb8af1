package dev.watchkeeper.redis.console;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.resp.Reply;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A command of the console that changes something, or may hurt: confirmed, run in its session, written down. */
public final class ConsoleDeed implements Action {
    private final RedisConsole console;
    private final ConsoleCommand command;
    private final Judgement judgement;
    private final String statement;
    private final ConsoleState judgedIn;
    private final Consumer<Reply> arriving;
    private volatile @Nullable Ran ran;

    ConsoleDeed(
            RedisConsole console,
            ConsoleCommand command,
            Judgement judgement,
            String statement,
            ConsoleState judgedIn,
            Consumer<Reply> arriving) {
        this.console = console;
        this.command = command;
        this.judgement = judgement;
        this.statement = statement;
        this.judgedIn = judgedIn;
        this.arriving = arriving;
    }

    @Override
    public Target target() {
        return console.target();
    }

    @Override
    public String name() {
        return "run-command";
    }

    @Override
    public String preview() {
        String what = judgement.hazard().map(Hazard::sentence).orElseGet(() -> switch (judgement.effect()) {
            case WRITES -> "Changes keys of database " + judgedIn.database() + ", or may";
            case ADMINISTERS -> "Changes the server";
            default -> "Runs a command of which it is not known what it does";
        });
        return judgedIn.inMulti() ? what + " (" + judgedIn.queued() + " queued, run as one)" : what;
    }

    /** Without passwords. */
    @Override
    public String statement() {
        return statement;
    }

    @Override
    public Danger danger() {
        return judgement.hazard().map(Hazard::grave).orElse(false) ? Danger.DANGEROUS : Danger.ORDINARY;
    }

    @Override
    public Outcome run() throws FaultException {
        ConsoleState now = console.state();
        if (now.database() != judgedIn.database() || now.queued() != judgedIn.queued()) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "the session has changed since that was asked",
                    "Nothing was done; run it again");
        }
        Ran result = console.run(command, judgement, true, arriving);
        ran = result;
        boolean done = !result.reply().isFailure();
        String words =
                done ? "done" : "refused by the server: " + brief(result.reply().text());
        return new Outcome(done, words + " after " + Spans.words(result.took()), result.took());
    }

    /** Without the arguments that Redis repeats of a command it does not know. */
    private static String brief(String said) {
        int repeated = said.indexOf(", with args beginning with");
        return repeated < 0 ? said : said.substring(0, repeated);
    }

    /** What came of it; empty before it was run, and if it could not be. */
    public Optional<Ran> ran() {
        return Optional.ofNullable(ran);
    }
}
