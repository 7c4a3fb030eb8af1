package dev.watchkeeper.postgres.console;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.testing.Entrance;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** A console that a test types into. */
final class Consoles implements AutoCloseable {
    final List<Notice> notices = new ArrayList<>();
    final SqlConsole console;
    private final PostgresServer server;

    private Consoles(Entrance entrance, ConsoleSettings settings) {
        server = entrance.open();
        console = new SqlConsole(server, settings, Clock.systemUTC());
    }

    static Consoles at(Entrance entrance) {
        return at(entrance, ConsoleSettings.USUAL);
    }

    static Consoles at(Entrance entrance, ConsoleSettings settings) {
        return new Consoles(entrance, settings);
    }

    Answer run(String sql) throws FaultException {
        return console.run(Request.of(sql), notices::add);
    }

    /** The first value of the first row. */
    String value(String sql) throws FaultException {
        RowCursor rows = run(sql).rows().orElseThrow();
        return String.valueOf(rows.next(1).rows().getFirst().value(0));
    }

    @Override
    public void close() {
        console.close();
        server.close();
    }
}
