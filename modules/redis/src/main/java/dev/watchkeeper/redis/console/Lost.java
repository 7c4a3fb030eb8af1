package dev.watchkeeper.redis.console;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.text.Sizes;

/** What is to be said when the line broke under a command: above all what is not known then. */
final class Lost {
    private Lost() {}

    static Fault told(Fault fault, ConsoleCommand command, Judgement judgement, ConsoleState before, String stopped) {
        String what = stopped.isEmpty() ? fault.message() : Guard.called(command) + " was " + stopped;
        FaultKind kind = stopped.isEmpty() ? fault.kind() : FaultKind.TIMEOUT;
        return new Fault(kind, what + "; " + consequence(command, judgement, before), advice(fault, command));
    }

    private static String consequence(ConsoleCommand command, Judgement judgement, ConsoleState before) {
        if (before.inMulti() && !command.name().equals("EXEC")) {
            return "the transaction is gone, and none of its " + Sizes.of(before.queued(), "command", "commands")
                    + " ran";
        }
        if (command.name().equals("EXEC")) {
            return "it is not known whether the transaction ran: all of it did, or nothing";
        }
        return judgement.effect().changes()
                ? "it is not known whether " + Guard.called(command) + " was carried out"
                : "the server may still work on it";
    }

    private static String advice(Fault fault, ConsoleCommand command) {
        return switch (command.name()) {
            case "EVAL", "EVALSHA", "EVAL_RO", "EVALSHA_RO" -> "SCRIPT KILL ends it, if it has written nothing yet";
            case "FCALL", "FCALL_RO" -> "FUNCTION KILL ends it, if it has written nothing yet";
            default ->
                fault.kind() == FaultKind.TIMEOUT
                        ? "Look what keeps the server busy: SLOWLOG GET, CLIENT LIST"
                        : fault.advice();
        };
    }
}
