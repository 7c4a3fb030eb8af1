package dev.watchkeeper.app.workbench;

import dev.watchkeeper.history.Retention;
import dev.watchkeeper.history.keeping.FrameHistory;
import dev.watchkeeper.history.postgres.Entrance;
import dev.watchkeeper.history.postgres.PostgresHistory;
import dev.watchkeeper.history.sqlite.SqliteHistory;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.PoolSize;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.workspace.WorkspaceFolder;
import dev.watchkeeper.workspace.connections.ConnectionsFile;
import dev.watchkeeper.workspace.connections.EndpointParser;
import dev.watchkeeper.workspace.connections.HistoryPlace;
import dev.watchkeeper.workspace.connections.HistorySettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** Opens histories where the settings, or a person, say. */
public final class HistoryPlaces {
    private static final String APPLICATION = "watchkeeper history";

    private final ConnectionsFile settings;
    private final WorkspaceFolder folder;
    private final EndpointParser addresses;
    private final Passwords passwords;
    private final Path home;
    private final Clock clock;
    private final Consumer<String> warnings;

    HistoryPlaces(
            ConnectionsFile settings,
            WorkspaceFolder folder,
            Passwords passwords,
            Surroundings surroundings,
            Consumer<String> warnings) {
        this.settings = settings;
        this.folder = folder;
        this.addresses = new LibpqEndpoints(surroundings);
        this.passwords = passwords;
        this.home = surroundings.home();
        this.clock = surroundings.clock();
        this.warnings = warnings;
    }

    /**
     * The one of the settings.
     *
     * @throws FaultException BAD_INPUT if the settings are broken; whatever keeps it from being opened
     */
    public FrameHistory open() throws FaultException {
        HistorySettings wanted = settings.read().history();
        HistoryPlace place =
                wanted.store().orElse(new HistoryPlace.InFile(folder.history().toString()));
        return open(place, file -> SqliteHistory.open(folder.path().resolve(file), clock, warnings));
    }

    /**
     * The one at a path, from where the person is, or at an address. A file that is not there is made; whatever file is
     * there stays, also if it is no history.
     */
    public FrameHistory named(String place) throws FaultException {
        return open(HistoryPlace.read(place, addresses), file -> SqliteHistory.named(file, clock));
    }

    /**
     * The same, but a file has to be there.
     *
     * @throws FaultException BAD_INPUT if it is not, or is no history
     */
    public FrameHistory existing(String place) throws FaultException {
        return open(HistoryPlace.read(place, addresses), file -> SqliteHistory.existing(file, clock));
    }

    /** How much the settings want to be kept. */
    public Retention retention() throws FaultException {
        HistorySettings wanted = settings.read().history();
        return new Retention(wanted.fine(), wanted.minutes(), wanted.hours(), wanted.bytes());
    }

    @FunctionalInterface
    private interface InFile {
        FrameHistory open(Path file) throws FaultException;
    }

    private FrameHistory open(HistoryPlace place, InFile inFile) throws FaultException {
        return switch (place) {
            case HistoryPlace.InFile file -> inFile.open(path(file.path()));
            case HistoryPlace.InDatabase database -> PostgresHistory.open(new Door(database), clock);
        };
    }

    /** As a shell reads it. */
    private Path path(String text) throws FaultException {
        try {
            return text.startsWith("~/") ? home.resolve(text.substring(2)) : Path.of(text);
        } catch (InvalidPathException e) {
            throw new FaultException(
                    new Fault(FaultKind.BAD_INPUT, "the history's path can't be one: " + e.getReason()), e);
        }
    }

    /** Enters as targets are entered: by libpq's rules. */
    private final class Door implements Entrance {
        private final PostgresServer server;
        private final String place;

        Door(HistoryPlace.InDatabase database) {
            this.server = new PostgresServer(
                    new Target(
                            "history",
                            database.endpoint(),
                            Environment.PRODUCTION,
                            database.password(),
                            false,
                            List.of(),
                            PoolSize.DEFAULT),
                    passwords);
            this.place = "postgresql://" + database.endpoint().where() + "/"
                    + database.endpoint().database();
        }

        @Override
        public Connection open() throws FaultException {
            return server.enter(APPLICATION).jdbc();
        }

        @Override
        public String place() {
            return place;
        }
    }
}
