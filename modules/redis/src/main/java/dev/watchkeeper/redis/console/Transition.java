package dev.watchkeeper.redis.console;

import dev.watchkeeper.redis.resp.Reply;
import java.util.Optional;

/** How a session stands after a command was answered. */
final class Transition {
    private Transition() {}

    static ConsoleState after(ConsoleState state, ConsoleCommand command, Reply reply, Queue queue) {
        boolean queued = reply instanceof Reply.Status status && status.words().equals("QUEUED");
        if (queued) {
            return state.multi(state.queued() + 1, state.spoilt());
        }
        boolean refused = reply.isFailure();
        return switch (command.name()) {
            case "MULTI" -> refused ? state : state.multi(0, false);
            case "EXEC" -> afterExec(state, reply, queue);
            case "DISCARD" -> refused ? state : state.outOfMulti();
            case "WATCH" ->
                refused
                        ? state
                        : state.watching(state.watched() + command.words().size() - 1);
            case "UNWATCH" -> state.watching(0);
            case "SELECT" -> refused ? state : database(command).map(state::in).orElse(state);
            case "AUTH" -> refused ? state : state.as(user(command));
            case "HELLO" -> refused ? state : hello(state, command, reply);
            default -> refused && state.inMulti() ? state.multi(state.queued(), true) : state;
        };
    }

    private static ConsoleState afterExec(ConsoleState state, Reply reply, Queue queue) {
        if (reply.text().startsWith("ERR EXEC without MULTI")) {
            return state;
        }
        boolean ran = !reply.isFailure() && !(reply instanceof Reply.Nil);
        ConsoleState out = state.outOfMulti();
        return ran ? queue.chosen().map(out::in).orElse(out) : out;
    }

    static Optional<Integer> database(ConsoleCommand command) {
        String number = command.upper(1);
        return number.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(number)) : Optional.empty();
    }

    private static String user(ConsoleCommand command) {
        return command.words().size() > 2 ? command.words().get(1).text() : "default";
    }

    private static ConsoleState hello(ConsoleState state, ConsoleCommand command, Reply reply) {
        ConsoleState speaking = state.speaking((int) reply.get("proto").number());
        for (int i = 2; i + 2 < command.words().size(); i++) {
            if (command.upper(i).equals("AUTH")) {
                return speaking.as(command.words().get(i + 1).text());
            }
        }
        return speaking;
    }
}
