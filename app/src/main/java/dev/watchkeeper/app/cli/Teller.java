package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.reports.StatementSentences;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.poll.Poll;
import dev.watchkeeper.postgres.statements.StatementTally;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Says what can't be recorded of a server, once; and that it can again. Thread-safe. */
final class Teller {
    private final String target;
    private final Console console;
    private final Map<String, String> troubles = new HashMap<>();
    private boolean unseen;

    Teller(String target, Console console) {
        this.target = target;
        this.console = console;
    }

    synchronized void answered(String probe, Poll<?> poll) {
        tellUnseen(poll);
        Optional<Fault> fault = switch (poll) {
            case Poll.Fresh<?> fresh -> Optional.empty();
            case Poll.Unavailable<?> unavailable -> Optional.of(unavailable.fault());
            case Poll.Failed<?> failed -> Optional.of(failed.fault());
        };
        String trouble = fault.map(Fault::message).orElse(null);
        if (Objects.equals(trouble, troubles.get(probe))) {
            return;
        }
        if (fault.isPresent()) {
            troubles.put(probe, fault.get().message());
            console.complain(
                    target + ": " + probe + " not recorded: " + fault.get().sentence());
        } else {
            troubles.remove(probe);
            console.note(target + ": " + probe + " recorded again");
        }
    }

    /** Once: how many they are changes with every reading. */
    private void tellUnseen(Poll<?> poll) {
        if (!unseen
                && poll instanceof Poll.Fresh<?> fresh
                && fresh.snapshot().value() instanceof StatementTally tally) {
            StatementSentences.unseen(tally.coverage()).ifPresent(words -> {
                unseen = true;
                console.complain(target + ": " + words);
            });
        }
    }
}
