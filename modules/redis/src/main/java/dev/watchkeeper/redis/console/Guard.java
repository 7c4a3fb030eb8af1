package dev.watchkeeper.redis.console;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import java.util.Optional;
import java.util.Set;

/** Says of a command what it would do, and whether it may be run. */
final class Guard {
    /** After these no answer could be told from another one. */
    private static final Set<String> DEAFENING = Set.of("SYNC", "PSYNC", "REPLCONF", "CLIENT REPLY");

    private static final Set<String> ENDING = Set.of("EXEC", "DISCARD", "MULTI", "WATCH", "RESET", "QUIT");

    private final Target target;

    Guard(Target target) {
        this.target = target;
    }

    /**
     * @param keys how many there are; empty if it is not known or does not matter
     * @param queue what was judged of the commands that wait for EXEC
     */
    Judgement judge(ConsoleCommand command, Catalog catalog, ConsoleState state, Optional<KeyCount> keys, Queue queue) {
        if (command.name().equals("EXEC")) {
            return new Judgement(queue.effect(), queue.hazard(), false, Optional.empty());
        }
        Effect effect = Effect.of(command, catalog.find(command));
        Optional<Hazard> hazard = effect == Effect.UNKNOWN && catalog.isKnown()
                ? Optional.of(Hazards.unlisted(command, catalog))
                : Hazards.of(command, keys, state.database());
        boolean queued = state.inMulti() && !ENDING.contains(command.name());
        return new Judgement(effect, hazard, queued, refusal(command, effect, hazard, catalog));
    }

    private Optional<Fault> refusal(ConsoleCommand command, Effect effect, Optional<Hazard> hazard, Catalog catalog) {
        if (DEAFENING.contains(command.name()) || DEAFENING.contains(both(command))) {
            return Optional.of(new Fault(
                    FaultKind.BAD_INPUT,
                    "after " + called(command) + " this console could not read any answers",
                    "redis-cli has --replica for that"));
        }
        if (!target.readOnly()) {
            return Optional.empty();
        }
        if (effect == Effect.UNKNOWN) {
            return Optional.of(refused(
                    called(command) + " is refused, for it is not known what it does",
                    catalog.isKnown()
                            ? hazard.map(Hazard::instead).orElse("")
                            : "The user may not ask the server; an administrator can allow it: ACL SETUSER <user>"
                                    + " +command"));
        }
        if (effect.changes()) {
            return Optional.of(refused(called(command) + " is refused, for it " + does(effect), readOnlyTwin(command)));
        }
        return hazard.map(one -> refused(called(command) + " is refused: " + one.why(), one.instead()));
    }

    private Fault refused(String what, String advice) {
        String lift = "Take read_only away from it in connections.yaml if you mean it";
        return new Fault(
                FaultKind.DENIED,
                target.name() + " is marked read-only: " + what,
                advice.isEmpty() ? lift : advice + ". " + lift);
    }

    private static String does(Effect effect) {
        return effect == Effect.WRITES ? "may change keys or reach others" : "changes the server";
    }

    /** These are flagged as writing, for they can; and have a twin that can't. */
    private static String readOnlyTwin(ConsoleCommand command) {
        return switch (command.name()) {
            case "EVAL", "EVALSHA", "FCALL", "SORT", "GEORADIUS", "GEORADIUSBYMEMBER", "BITFIELD" ->
                command.name() + "_RO only reads";
            default -> "";
        };
    }

    /** With its subcommand, if it is that which was judged. */
    static String called(ConsoleCommand command) {
        return switch (command.name()) {
            case "CONFIG",
                    "CLIENT",
                    "ACL",
                    "DEBUG",
                    "SCRIPT",
                    "FUNCTION",
                    "CLUSTER",
                    "SENTINEL",
                    "MODULE",
                    "MEMORY",
                    "SLOWLOG",
                    "LATENCY" -> both(command).strip();
            default -> command.name();
        };
    }

    private static String both(ConsoleCommand command) {
        return command.name() + " " + command.upper(1);
    }
}
