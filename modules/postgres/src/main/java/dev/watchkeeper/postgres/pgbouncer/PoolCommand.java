package dev.watchkeeper.postgres.pgbouncer;

import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.text.Sizes;
import java.util.List;

/** A command of the console that changes something (documentation: "Process controlling commands"). */
enum PoolCommand {
    /** Waits until every server connection is given back, then keeps clients waiting. */
    PAUSE("pause", "pause-pool", Danger.DANGEROUS),
    RESUME("resume", "resume-pool", Danger.ORDINARY),
    RELOAD("reload", "reload-pool", Danger.ORDINARY),
    /** Drops all connections at once, and keeps new clients waiting. */
    KILL("kill", "kill-pool", Danger.DANGEROUS);

    private final String word;
    private final String action;
    private final Danger danger;

    PoolCommand(String word, String action, Danger danger) {
        this.word = word;
        this.action = action;
        this.danger = danger;
    }

    String word() {
        return word;
    }

    /** As it stands in the audit log. */
    String action() {
        return action;
    }

    Danger danger() {
        return danger;
    }

    /** What will happen, in words and numbers. */
    String preview(String where, String database, PgBouncerReading reading) {
        List<Pool> pools = database.isEmpty() ? reading.pools() : reading.pools(database);
        String what = database.isEmpty() ? "all databases" : database;
        String clients = Sizes.of(pools.stream().mapToLong(Pool::clients).sum(), "client", "clients");
        long working = pools.stream().mapToLong(Pool::serversActive).sum();
        return switch (this) {
            case PAUSE ->
                "Pauses %s at %s: waits until %s %s, then keeps %s waiting until they are resumed."
                        .formatted(
                                what,
                                where,
                                Sizes.of(working, "transaction", "transactions"),
                                working == 1 ? "ends" : "end",
                                clients);
            case RESUME -> "Resumes %s at %s: %s go on.".formatted(what, where, clients);
            case RELOAD -> "Lets %s read its configuration again. Nobody is cut off.".formatted(where);
            case KILL ->
                ("Cuts off %s of %s at %s, and ends %s of theirs in the middle. New clients wait until it is resumed."
                                + " There is no undo.")
                        .formatted(clients, what, where, Sizes.of(working, "transaction", "transactions"));
        };
    }
}
