package dev.watchkeeper.history.postgres;

import dev.watchkeeper.kernel.fault.FaultException;
import java.sql.Connection;

/** How one gets into the database that holds the history. Whoever makes it knows about hosts, passwords and TLS. */
public interface Entrance {
    /** A new connection, which the history closes. */
    Connection open() throws FaultException;

    /** Its address, without a password. */
    String place();
}
