package dev.watchkeeper.redis.console;

/**
 * How a session stands.
 *
 * @param connected false before the first command, and after the connection broke
 * @param user whom the server takes it for
 * @param protocol 2 or 3; 0 while it is not connected
 * @param inMulti whether commands are put in a queue until EXEC
 * @param queued how many wait there
 * @param spoilt one of them was refused, so that EXEC will run none
 * @param watched how many keys are watched
 */
public record ConsoleState(
        boolean connected,
        String user,
        int database,
        int protocol,
        boolean inMulti,
        int queued,
        boolean spoilt,
        int watched) {
    static ConsoleState closed(String user, int database) {
        return new ConsoleState(false, user, database, 0, false, 0, false, 0);
    }

    ConsoleState opened(int newProtocol) {
        return new ConsoleState(true, user, database, newProtocol, false, 0, false, 0);
    }

    ConsoleState lost() {
        return closed(user, database);
    }

    ConsoleState in(int newDatabase) {
        return new ConsoleState(connected, user, newDatabase, protocol, inMulti, queued, spoilt, watched);
    }

    ConsoleState as(String newUser) {
        return new ConsoleState(connected, newUser, database, protocol, inMulti, queued, spoilt, watched);
    }

    ConsoleState speaking(int newProtocol) {
        return new ConsoleState(connected, user, database, newProtocol, inMulti, queued, spoilt, watched);
    }

    ConsoleState multi(int newQueued, boolean isSpoilt) {
        return new ConsoleState(connected, user, database, protocol, true, newQueued, isSpoilt, watched);
    }

    /** After EXEC and DISCARD; both forget what was watched. */
    ConsoleState outOfMulti() {
        return new ConsoleState(connected, user, database, protocol, false, 0, false, 0);
    }

    ConsoleState watching(int keys) {
        return new ConsoleState(connected, user, database, protocol, inMulti, queued, spoilt, keys);
    }
}
