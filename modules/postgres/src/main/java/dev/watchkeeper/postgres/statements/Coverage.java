package dev.watchkeeper.postgres.statements;

import dev.watchkeeper.kernel.fault.Fault;
import java.util.Optional;

/**
 * How much of what the server does is to be seen here.
 *
 * @param role as whom the console is connected
 * @param entries how many statements the server keeps apart at the moment
 * @param most how many it can ({@code pg_stat_statements.max}); seldom used ones are thrown out beyond that
 * @param hidden those of other roles that the role may not see
 * @param nested whether statements inside of functions are counted on their own
 * @param timesIo whether the server takes the time of reads and writes ({@code track_io_timing})
 * @param texts what is the matter with the texts; empty if nothing is
 */
public record Coverage(
        String role, int entries, int most, int hidden, boolean nested, boolean timesIo, Optional<Fault> texts) {
    /** The statement that lets the role see all of it. */
    public String grant() {
        return Standing.grant(role);
    }
}
