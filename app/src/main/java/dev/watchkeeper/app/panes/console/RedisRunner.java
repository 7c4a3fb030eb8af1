package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.redis.console.ConsoleCommand;
import dev.watchkeeper.redis.console.ConsoleDeed;
import dev.watchkeeper.redis.console.Judgement;
import dev.watchkeeper.redis.console.Ran;
import dev.watchkeeper.redis.console.RedisConsole;
import dev.watchkeeper.redis.resp.Reply;
import dev.watchkeeper.workspace.console.ConsoleHistory;
import dev.watchkeeper.workspace.console.Remembered;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Runs commands one after the other, away from the FX thread; what changes something goes through the action desk. */
final class RedisRunner {
    private final PaneContext context;
    private final RedisConsole console;
    private final ConsoleHistory history;
    private final Consumer<ReplyItem> show;
    private final Runnable ended;
    private final AtomicBoolean running = new AtomicBoolean();

    /**
     * @param show gets each command with its reply, on the FX thread
     * @param ended called on the FX thread
     */
    RedisRunner(
            PaneContext context,
            RedisConsole console,
            ConsoleHistory history,
            Consumer<ReplyItem> show,
            Runnable ended) {
        this.context = context;
        this.console = console;
        this.history = history;
        this.show = show;
        this.ended = ended;
    }

    boolean isRunning() {
        return running.get();
    }

    /** Runs these lines; nothing if others are under way. */
    void run(List<String> lines) {
        if (!lines.isEmpty() && running.compareAndSet(false, true)) {
            context.background("redis-console", () -> {
                try {
                    runAll(lines);
                } finally {
                    running.set(false);
                    context.fx().run(ended);
                }
            });
        }
    }

    /** Stops at the first that fails on the way, or that a person has to confirm; then the rest follows that. */
    private void runAll(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            List<String> rest = lines.subList(i + 1, lines.size());
            String called = line;
            try {
                ConsoleCommand command = ConsoleCommand.parse(line);
                called = command.masked();
                Judgement judgement = console.judge(command);
                if (judgement.asks(context.target().environment())
                        && judgement.refusal().isEmpty()) {
                    ask(command, judgement, rest);
                    return;
                }
                ran(command, judgement.isDeed() ? deed(command, judgement) : console.run(command, this::arrived));
            } catch (FaultException e) {
                String name = called;
                context.fx()
                        .run(() -> show.accept(ReplyItem.refused(name, e.fault().sentence())));
                return;
            }
        }
    }

    private Ran deed(ConsoleCommand command, Judgement judgement) throws FaultException {
        ConsoleDeed deed = console.deed(command, judgement, this::arrived);
        context.desk().run(deed);
        return deed.ran().orElseThrow();
    }

    private void ask(ConsoleCommand command, Judgement judgement, List<String> rest) {
        ConsoleDeed deed = console.deed(command, judgement, this::arrived);
        context.fx()
                .run(() -> context.act(deed, outcome -> {
                    deed.ran().ifPresent(one -> context.background("redis-console", () -> ran(command, one)));
                    run(rest);
                }));
    }

    private void arrived(Reply reply) {
        context.fx().run(() -> show.accept(ReplyItem.of("·", "", reply)));
    }

    private void ran(ConsoleCommand command, Ran ran) {
        String note = " · " + MessageText.took(ran.took()) + (ran.note().isEmpty() ? "" : " · " + ran.note());
        context.fx().run(() -> show.accept(ReplyItem.of(command.masked(), note, ran.reply())));
        try {
            history.add(new Remembered(
                    context.clock().instant(),
                    context.target().name(),
                    command.masked(),
                    ran.reply().isFailure() ? ran.reply().text() : "done",
                    !ran.reply().isFailure(),
                    ran.took().toMillis()));
        } catch (FaultException e) {
            context.complain(e.fault());
        }
    }
}
