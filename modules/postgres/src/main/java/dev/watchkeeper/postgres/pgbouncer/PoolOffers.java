package dev.watchkeeper.postgres.pgbouncer;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.topology.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be done to a PgBouncer. */
final class PoolOffers {
    private static final String DATABASE = "database";
    private static final String ALL = "all";

    private final PgBouncerConsole console;
    private volatile @Nullable PgBouncerReading last;

    PoolOffers(PgBouncerConsole console) {
        this.console = console;
    }

    void seen(PgBouncerReading reading) {
        last = reading;
    }

    List<Offer> all() {
        PgBouncerReading reading = last;
        if (reading == null) {
            return List.of();
        }
        List<String> names =
                reading.databases().stream().map(PooledDatabase::name).toList();
        List<String> withAll = new ArrayList<>(names);
        withAll.addFirst(ALL);
        boolean paused = reading.databases().stream().anyMatch(PooledDatabase::paused);
        return List.of(
                offer(PoolCommand.PAUSE, "Pause…", Optional.empty(), withAll),
                offer(
                        PoolCommand.RESUME,
                        "Resume…",
                        paused ? Optional.empty() : Optional.of("nothing is paused"),
                        withAll),
                offer(PoolCommand.RELOAD, "Reload its settings…", Optional.empty(), List.of()),
                offer(PoolCommand.KILL, "Cut clients off…", Optional.empty(), names));
    }

    private Offer offer(PoolCommand command, String label, Optional<String> whyNot, List<String> databases) {
        List<Offer.Question> questions = databases.isEmpty()
                ? List.of()
                : List.of(new Offer.Question(DATABASE, "Database", databases.getFirst(), databases));
        return new Offer(command.action(), label, whyNot, questions, answers -> make(command, answers));
    }

    private Action make(PoolCommand command, Map<String, String> answers) throws FaultException {
        String database = answers.getOrDefault(DATABASE, ALL);
        PgBouncerReading reading = console.read();
        seen(reading);
        if (!database.equals(ALL)
                && reading.databases().stream().noneMatch(one -> one.name().equals(database))) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    console.target().name() + " has no database " + database,
                    "There are "
                            + String.join(
                                    ", ",
                                    reading.databases().stream()
                                            .map(PooledDatabase::name)
                                            .toList()));
        }
        return new PoolAction(console, command, database.equals(ALL) ? "" : database, reading);
    }
}
