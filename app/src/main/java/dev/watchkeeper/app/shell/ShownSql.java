package dev.watchkeeper.app.shell;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.postgres.sql.PaneSql;
import java.util.Optional;

/** What "Show SQL" shows of a pane on PostgreSQL. */
public final class ShownSql {
    private ShownSql() {}

    /** The pane's SQL on the version of the server that answered; empty before the first answer. */
    public static Optional<String> of(String pane, PaneHeader header, PaneContext context) {
        return header.stampProperty()
                .get()
                .map(PaneHeader.Stamp::version)
                .filter(ServerVersion::isKnown)
                .flatMap(version -> {
                    try {
                        return Optional.of(PaneSql.of(pane, version));
                    } catch (FaultException e) {
                        context.complain(e.fault());
                        return Optional.empty();
                    }
                });
    }
}
