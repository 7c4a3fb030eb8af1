package dev.watchkeeper.app.cli;

import dev.watchkeeper.kernel.action.ActionDesk;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.redis.console.CommandLines;
import dev.watchkeeper.redis.console.ConsoleCommand;
import dev.watchkeeper.redis.console.ConsoleDeed;
import dev.watchkeeper.redis.console.Judgement;
import dev.watchkeeper.redis.console.Ran;
import dev.watchkeeper.redis.console.RedisConsole;
import dev.watchkeeper.redis.console.ReplyText;
import dev.watchkeeper.redis.resp.Reply;
import dev.watchkeeper.report.Csv;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code query} on a Redis: one command a line. What changes something, or may hurt, is shown and asked for. */
final class RedisQuery {
    private final RedisConsole redis;
    private final Console console;
    private final QueryFormat format;

    /** @throws FaultException BAD_INPUT if answers of Redis can't be written like that */
    RedisQuery(RedisConsole redis, Console console, QueryFormat format) throws FaultException {
        this.redis = redis;
        this.console = console;
        this.format = format;
        if (format == QueryFormat.INSERT || format == QueryFormat.MARKDOWN) {
            throw new FaultException(
                    FaultKind.BAD_INPUT, "answers of Redis can't be written so", "Choose table, json, jsonl or csv");
        }
    }

    static boolean suits(Target target) {
        Engine engine = target.endpoint().engine();
        return engine == Engine.REDIS || engine == Engine.SENTINEL;
    }

    /**
     * The commands of a text.
     *
     * @param asOne whether they are to be run by one EXEC
     * @throws FaultException BAD_INPUT if there is none, or a quote is not closed
     */
    static List<ConsoleCommand> commands(String text, boolean asOne) throws FaultException {
        List<ConsoleCommand> commands = new ArrayList<>();
        for (CommandLines.Piece piece : CommandLines.of(text)) {
            commands.add(ConsoleCommand.parse(piece.text()));
        }
        if (commands.isEmpty()) {
            throw new FaultException(FaultKind.BAD_INPUT, "there is no command in it", "Write one a line");
        }
        if (asOne) {
            commands.addFirst(ConsoleCommand.parse("MULTI"));
            commands.addLast(ConsoleCommand.parse("EXEC"));
        }
        return commands;
    }

    /** Runs them until one is refused; the exit code. Ctrl+C ends the one under way. */
    int run(List<ConsoleCommand> commands, Confirmation confirmation, ActionDesk desk) throws FaultException {
        Thread hook = new Thread(redis::cancel, "cancel-command");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            for (ConsoleCommand command : commands) {
                int code = run(command, confirmation, desk);
                if (code != Exit.DONE) {
                    return code;
                }
            }
            return left();
        } finally {
            unhook(hook);
        }
    }

    /** A MULTI without EXEC does nothing. */
    private int left() {
        if (redis.state().inMulti()) {
            console.complain("the transaction that was begun was not ended: nothing of it was run");
            return Exit.FAILED;
        }
        return Exit.DONE;
    }

    private int run(ConsoleCommand command, Confirmation confirmation, ActionDesk desk) throws FaultException {
        Judgement judgement = redis.judge(command);
        if (!judgement.isDeed()) {
            return answered(redis.run(command, this::arrived));
        }
        ConsoleDeed deed = redis.deed(command, judgement, this::arrived);
        Console beside = new Console(console.err(), console.err(), console.width(), console.person());
        int code = confirmation.carryOut(deed, desk, beside);
        Optional<Ran> ran = deed.ran();
        return ran.isPresent() ? answered(ran.get()) : code;
    }

    private int answered(Ran ran) throws FaultException {
        if (!ran.note().isEmpty()) {
            console.note(ran.note());
        }
        if (ran.reply() instanceof Reply.Failure failure) {
            console.complain(Visible.of(failure.said()));
            return Exit.FAILED;
        }
        write(ran.reply());
        return Exit.DONE;
    }

    private void arrived(Reply reply) {
        try {
            write(reply);
        } catch (FaultException e) {
            console.complain(e.fault().message());
        }
    }

    private void write(Reply reply) throws FaultException {
        try {
            switch (format) {
                case JSON, JSONL -> console.out().println(ReplyJson.of(reply));
                case CSV -> csv(reply);
                default -> ReplyText.of(reply).lines().map(Visible::of).forEach(console.out()::println);
            }
            console.out().flush();
        } catch (IOException e) {
            throw new FaultException(new Fault(FaultKind.FAILED, "the answer can't be written: " + e), e);
        }
    }

    /** A row for each part; names and values beside each other; what has parts of its own as JSON. */
    private void csv(Reply reply) throws IOException {
        if (reply instanceof Reply.Pairs pairs) {
            Csv rows = new Csv(console.out(), List.of("name", "value"));
            for (Reply.Pair pair : pairs.pairs()) {
                rows.row(List.of(cell(pair.name()), cell(pair.value())));
            }
            return;
        }
        boolean some = reply instanceof Reply.Items || reply instanceof Reply.Members || reply instanceof Reply.Push;
        Csv rows = new Csv(console.out(), List.of("value"));
        for (Reply row : some ? reply.parts() : List.of(reply)) {
            rows.row(List.of(cell(row)));
        }
    }

    private static String cell(Reply reply) throws IOException {
        boolean simple = reply.parts().isEmpty() && reply.blob().isUtf8();
        return simple ? reply.text() : ReplyJson.of(reply);
    }

    private static void unhook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending, and the hook is doing its work
            hook.interrupt();
        }
    }
}
