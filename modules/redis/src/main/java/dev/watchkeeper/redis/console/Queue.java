package dev.watchkeeper.redis.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands that wait for EXEC, with what was judged of them. Immutable. */
record Queue(List<Waiting> waiting) {
    static final Queue EMPTY = new Queue(List.of());

    Queue {
        waiting = List.copyOf(waiting);
    }

    /** One of them. */
    record Waiting(ConsoleCommand command, Judgement judgement) {}

    Queue with(ConsoleCommand command, Judgement judgement) {
        List<Waiting> more = new ArrayList<>(waiting);
        more.add(new Waiting(command, judgement));
        return new Queue(more);
    }

    /** What most of all them do: one that writes makes all of it a change. */
    Effect effect() {
        return waiting.stream()
                .map(one -> one.judgement().effect())
                .filter(Effect::changes)
                .findFirst()
                .orElse(waiting.isEmpty() ? Effect.SESSION : Effect.READS);
    }

    /** The worst there is. */
    Optional<Hazard> hazard() {
        List<Hazard> all = waiting.stream()
                .flatMap(one -> one.judgement().hazard().stream())
                .toList();
        return all.stream()
                .filter(Hazard::grave)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** The database that is chosen when EXEC has run; empty if it stays. */
    Optional<Integer> chosen() {
        return waiting.stream()
                .map(Waiting::command)
                .filter(command -> command.name().equals("SELECT"))
                .reduce((first, second) -> second)
                .flatMap(command -> Transition.database(command));
    }

    String masked() {
        return String.join(
                "\n", waiting.stream().map(one -> one.command().masked()).toList());
    }
}
