package dev.watchkeeper.redis.console;

import java.util.Optional;
import java.util.Set;

/** How long a command keeps the session busy, and how it is ended before. */
enum Waits {
    /** Answers as soon as it can; to end it, the connection is closed. */
    NOT,
    /** Waits for somebody else; CLIENT UNBLOCK wakes it up. */
    FOR_OTHERS,
    /** Listens to channels; UNSUBSCRIBE ends it. */
    LISTENS,
    /** Hears everything; only closing the connection ends it. */
    MONITORS;

    private static final Set<String> LISTENING = Set.of("SUBSCRIBE", "PSUBSCRIBE", "SSUBSCRIBE");
    private static final Set<String> ON_STREAMS = Set.of("XREAD", "XREADGROUP");
    private static final Set<String> FOR_REPLICAS = Set.of("WAIT", "WAITAOF");

    /** In MULTI nothing waits. */
    static Waits of(ConsoleCommand command, Optional<CommandFacts> facts, boolean inMulti) {
        String name = command.name();
        if (LISTENING.contains(name)) {
            return LISTENS;
        }
        if (name.equals("MONITOR")) {
            return MONITORS;
        }
        if (inMulti) {
            return NOT;
        }
        if (ON_STREAMS.contains(name)) {
            return command.has("BLOCK") ? FOR_OTHERS : NOT;
        }
        boolean may =
                FOR_REPLICAS.contains(name) || facts.map(CommandFacts::mayWait).orElse(false);
        return may ? FOR_OTHERS : NOT;
    }
}
