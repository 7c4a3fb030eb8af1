package dev.watchkeeper.redis.console;

import java.util.Optional;
import java.util.Set;

/** What a command touches. */
public enum Effect {
    /** Looks. */
    READS,
    /** Changes nothing but this session: SELECT, MULTI, SUBSCRIBE. */
    SESSION,
    /** Changes keys, or may, or is heard by others. */
    WRITES,
    /** Changes the server: settings, clients, users, replication. */
    ADMINISTERS,
    /** The server does not say what it does. */
    UNKNOWN;

    private static final Set<String> OF_THE_SESSION = Set.of(
            "AUTH",
            "HELLO",
            "SELECT",
            "QUIT",
            "RESET",
            "MULTI",
            "DISCARD",
            "WATCH",
            "UNWATCH",
            "SUBSCRIBE",
            "PSUBSCRIBE",
            "SSUBSCRIBE",
            "UNSUBSCRIBE",
            "PUNSUBSCRIBE",
            "SUNSUBSCRIBE",
            "READONLY",
            "READWRITE",
            "ASKING",
            "CLIENT SETNAME",
            "CLIENT SETINFO",
            "CLIENT TRACKING",
            "CLIENT CACHING");

    /** They look, though the server flags them neither as reading nor as writing. */
    private static final Set<String> LOOKING = Set.of(
            "PING",
            "ECHO",
            "TIME",
            "INFO",
            "ROLE",
            "LASTSAVE",
            "LOLWUT",
            "COMMAND",
            "WAIT",
            "WAITAOF",
            "MONITOR",
            "CONFIG GET",
            "CONFIG HELP",
            "CLIENT LIST",
            "CLIENT INFO",
            "CLIENT ID",
            "CLIENT GETNAME",
            "CLIENT GETREDIR",
            "CLIENT TRACKINGINFO",
            "CLIENT HELP",
            "MEMORY USAGE",
            "MEMORY STATS",
            "MEMORY DOCTOR",
            "MEMORY MALLOC-STATS",
            "MEMORY HELP",
            "OBJECT HELP",
            "SLOWLOG GET",
            "SLOWLOG LEN",
            "SLOWLOG HELP",
            "LATENCY LATEST",
            "LATENCY HISTORY",
            "LATENCY DOCTOR",
            "LATENCY GRAPH",
            "LATENCY HISTOGRAM",
            "LATENCY HELP",
            "ACL WHOAMI",
            "ACL LIST",
            "ACL USERS",
            "ACL GETUSER",
            "ACL CAT",
            "ACL GENPASS",
            "ACL DRYRUN",
            "ACL HELP",
            "PUBSUB CHANNELS",
            "PUBSUB NUMSUB",
            "PUBSUB NUMPAT",
            "PUBSUB SHARDCHANNELS",
            "PUBSUB SHARDNUMSUB",
            "PUBSUB HELP",
            "SCRIPT EXISTS",
            "SCRIPT HELP",
            "FUNCTION LIST",
            "FUNCTION DUMP",
            "FUNCTION STATS",
            "FUNCTION HELP",
            "MODULE LIST",
            "MODULE HELP",
            "CLUSTER INFO",
            "CLUSTER NODES",
            "CLUSTER SLOTS",
            "CLUSTER SHARDS",
            "CLUSTER LINKS",
            "CLUSTER MYID",
            "CLUSTER MYSHARDID",
            "CLUSTER REPLICAS",
            "CLUSTER SLAVES",
            "CLUSTER KEYSLOT",
            "CLUSTER COUNTKEYSINSLOT",
            "CLUSTER GETKEYSINSLOT",
            "CLUSTER COUNT-FAILURE-REPORTS",
            "CLUSTER HELP",
            "SENTINEL MASTERS",
            "SENTINEL MASTER",
            "SENTINEL REPLICAS",
            "SENTINEL SLAVES",
            "SENTINEL SENTINELS",
            "SENTINEL MYID",
            "SENTINEL CKQUORUM",
            "SENTINEL GET-MASTER-ADDR-BY-NAME",
            "SENTINEL INFO-CACHE",
            "SENTINEL HELP");

    /** What they do stands in a script, or is heard by others. */
    private static final Set<String> WRITING = Set.of("EVAL", "EVALSHA", "FCALL", "PUBLISH", "SPUBLISH");

    static Effect of(ConsoleCommand command, Optional<CommandFacts> facts) {
        String name = command.name();
        String both = name + " " + command.upper(1);
        if (OF_THE_SESSION.contains(name) || OF_THE_SESSION.contains(both)) {
            return SESSION;
        }
        if (WRITING.contains(name) || facts.map(CommandFacts::writes).orElse(false)) {
            return WRITES;
        }
        if (LOOKING.contains(name)
                || LOOKING.contains(both)
                || facts.map(CommandFacts::onlyReads).orElse(false)) {
            return READS;
        }
        return facts.isPresent() ? ADMINISTERS : UNKNOWN;
    }

    /** Whether somebody but this session may see a difference afterwards. */
    public boolean changes() {
        return this != READS && this != SESSION;
    }
}
