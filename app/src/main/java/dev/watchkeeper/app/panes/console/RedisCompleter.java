package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.sql.Completer;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.redis.console.RedisConsole;
import java.util.List;
import java.util.function.Consumer;

/** Proposes commands and subcommands that the server knows. */
final class RedisCompleter implements Completer {
    private final PaneContext context;
    private final RedisConsole console;

    RedisCompleter(PaneContext context, RedisConsole console) {
        this.context = context;
        this.console = console;
    }

    @Override
    public void complete(String text, int caret, Consumer<Proposals> answer) {
        int line = text.lastIndexOf('\n', caret - 1) + 1;
        String before = text.substring(line, caret);
        context.background("complete", () -> {
            try {
                List<Proposal> list = console.completer().at(before).stream()
                        .map(one -> new Proposal(one.text(), "", one.summary()))
                        .toList();
                int word = caret - (before.length() - before.lastIndexOf(' ') - 1);
                context.fx().run(() -> answer.accept(new Proposals(word, list)));
            } catch (FaultException e) {
                // names are a help and no more: running a command will tell what is wrong
                context.fx().run(() -> answer.accept(new Proposals(caret, List.of())));
            }
        });
    }
}
