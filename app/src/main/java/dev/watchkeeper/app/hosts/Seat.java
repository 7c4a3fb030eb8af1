package dev.watchkeeper.app.hosts;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.place.ServerPlace;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.place.RedisPlace;
import java.util.LinkedHashMap;
import java.util.OptionalInt;
import java.util.SequencedMap;

/**
 * Where a server is on its host, as it says itself.
 *
 * @param folders by what is in them: {@code data}, {@code WAL}, {@code log}
 * @param process one of its processes; empty if nobody could be asked
 */
public record Seat(SequencedMap<String, String> folders, OptionalInt process, ServerVersion version, Cost cost) {
    /** Of a server that does not answer. */
    static final Seat UNKNOWN = new Seat(new LinkedHashMap<>(), OptionalInt.empty(), ServerVersion.UNKNOWN, Cost.NONE);

    /** Asks a server; blocks. */
    @FunctionalInterface
    public interface Question {
        Seat ask() throws FaultException;
    }

    public static Seat of(PostgresServer server) throws FaultException {
        ServerPlace place = ServerPlace.of(server);
        return new Seat(place.folders(), OptionalInt.of(place.backend()), place.version(), place.cost());
    }

    public static Seat of(RedisServer server) throws FaultException {
        RedisPlace place = RedisPlace.of(server);
        return new Seat(place.folders(), OptionalInt.of(place.process()), place.version(), place.cost());
    }

    /** Without the process that answered, which another one may be called by now. */
    Seat aged() {
        return new Seat(folders, OptionalInt.empty(), version, Cost.NONE);
    }
}
