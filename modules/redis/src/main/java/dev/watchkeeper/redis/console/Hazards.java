package dev.watchkeeper.redis.console;

import dev.watchkeeper.kernel.text.Nearest;
import dev.watchkeeper.kernel.text.Sizes;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The commands that hurt, and why. Documentation of each command at redis.io. */
final class Hazards {
    /** From so many keys on, going through all of them at once is felt by others. */
    static final long MANY_KEYS = 10_000;

    private static final Map<String, Hazard> KNOWN = known();

    private Hazards() {}

    private static Map<String, Hazard> known() {
        Map<String, Hazard> all = new HashMap<>();
        data(all);
        server(all);
        replication(all);
        console(all);
        return Map.copyOf(all);
    }

    private static void data(Map<String, Hazard> all) {
        grave(all, "SWAPDB", "Swaps two databases for every client at once", "");
        grave(all, "MIGRATE", "Moves keys to another server and deletes them here; this server waits meanwhile", "");
        grave(
                all,
                "SCRIPT FLUSH",
                "Forgets every script: EVALSHA of the applications fails until they load them again",
                "");
        grave(all, "FUNCTION FLUSH", "Deletes every function library, on replicas too", "FUNCTION DELETE takes one");
        grave(all, "FUNCTION DELETE", "Deletes a function library: FCALL of its functions fails from then on", "");
        grave(all, "FUNCTION RESTORE", "Replaces function libraries by those of the dump", "");
    }

    private static void server(Map<String, Hazard> all) {
        grave(all, "SHUTDOWN", "Stops the server; nobody starts it again from here", "");
        grave(
                all,
                "DEBUG",
                "Is meant for developers of Redis: it can crash the server, block it, or lose data",
                "OBJECT ENCODING, MEMORY USAGE and INFO tell most of what one wants to know");
        grave(
                all,
                "CONFIG SET",
                "Changes how the server works, until the next restart",
                "CONFIG GET shows what is so now; note it down to take it back");
        ordinary(all, "CONFIG REWRITE", "Overwrites redis.conf with what is set now", "");
        ordinary(
                all,
                "CONFIG RESETSTAT",
                "Sets all counters of INFO to zero: monitoring sees a gap",
                "Differences of two readings do without");
        ordinary(all, "SLOWLOG RESET", "Empties the slow log for everybody", "SLOWLOG GET tells new ones by their id");
        ordinary(all, "LATENCY RESET", "Empties the latency events for everybody", "");
        grave(
                all,
                "SAVE",
                "Writes the whole dump in the foreground: nobody is served until it is done",
                "BGSAVE does it in the background");
        ordinary(all, "BGSAVE", "Forks a child that writes the dump: memory may grow while keys change", "");
        ordinary(all, "BGREWRITEAOF", "Forks a child that writes the AOF anew: memory may grow while keys change", "");
        grave(all, "MODULE LOAD", "Runs foreign code inside of the server", "");
        grave(all, "MODULE LOADEX", "Runs foreign code inside of the server", "");
        grave(all, "MODULE UNLOAD", "Takes commands and types away from the applications", "");
        grave(all, "ACL SETUSER", "Changes what a user may do, at once for those who are connected", "");
        grave(all, "ACL DELUSER", "Deletes users and ends their connections", "");
        grave(all, "ACL LOAD", "Replaces all users by those of the file, and ends connections of the others", "");
        ordinary(all, "ACL SAVE", "Overwrites the ACL file with the users as they are now", "");
        grave(
                all,
                "CLIENT KILL",
                "Ends connections of others",
                "The Sessions pane shows whom it would hit before it does");
        grave(all, "CLIENT PAUSE", "Lets all clients wait for that long", "CLIENT UNPAUSE ends it early");
        grave(
                all,
                "MONITOR",
                "Sends every command of every client here: busy servers lose up to half of their throughput",
                "SLOWLOG GET, or the command statistics of the Queries pane, cost next to nothing");
    }

    private static void replication(Map<String, Hazard> all) {
        for (String name : new String[] {"REPLICAOF", "SLAVEOF"}) {
            grave(
                    all,
                    name,
                    "Throws all keys of this server away and copies those of another, or ends its replication",
                    "The Replication pane looks first whether that is safe");
        }
        grave(
                all,
                "FAILOVER",
                "Makes a replica the primary; writes wait meanwhile",
                "watchkeeper redis-failover looks first what speaks against it");
        for (String sub : new String[] {
            "RESET",
            "FAILOVER",
            "FORGET",
            "MEET",
            "REPLICATE",
            "FLUSHSLOTS",
            "DELSLOTS",
            "DELSLOTSRANGE",
            "ADDSLOTS",
            "ADDSLOTSRANGE",
            "SETSLOT",
            "BUMPEPOCH",
            "SET-CONFIG-EPOCH"
        }) {
            grave(all, "CLUSTER " + sub, "Changes which node of the cluster holds which keys", "");
        }
        for (String sub : new String[] {"FAILOVER", "RESET", "REMOVE", "MONITOR", "SET"}) {
            grave(
                    all,
                    "SENTINEL " + sub,
                    "Changes what the sentinels watch, or who is the primary",
                    "The Replication pane looks first whether that is safe");
        }
    }

    private static void console(Map<String, Hazard> all) {
        ordinary(all, "SCRIPT KILL", "Ends the script that runs, if it has written nothing yet", "");
        ordinary(all, "FUNCTION KILL", "Ends the function that runs, if it has written nothing yet", "");
        ordinary(all, "MEMORY PURGE", "Gives memory back to the system; the server waits meanwhile", "");
    }

    private static void grave(Map<String, Hazard> all, String command, String why, String instead) {
        all.put(command, new Hazard(why, instead, true));
    }

    private static void ordinary(Map<String, Hazard> all, String command, String why, String instead) {
        all.put(command, new Hazard(why, instead, false));
    }

    /** Whether what it does depends on how many keys there are. */
    static boolean dependsOnKeys(ConsoleCommand command) {
        return switch (command.name()) {
            case "KEYS", "FLUSHALL", "FLUSHDB" -> true;
            default -> false;
        };
    }

    /** Of a command that the server does not list: it was renamed, or misspelt. */
    static Hazard unlisted(ConsoleCommand command, Catalog catalog) {
        List<String> names = catalog.all().stream()
                .map(CommandFacts::name)
                .filter(name -> !name.contains("|"))
                .toList();
        String meant = Nearest.to(command.name().toLowerCase(Locale.ROOT), names)
                .map(name -> "Did you mean " + name.toUpperCase(Locale.ROOT) + "?")
                .orElse("");
        return new Hazard("The server lists no such command: it is not known what it does", meant, false);
    }

    /** @param keys how many there are; empty if it is not known */
    static Optional<Hazard> of(ConsoleCommand command, Optional<KeyCount> keys, int database) {
        String name = command.name();
        return switch (name) {
            case "FLUSHALL" -> Optional.of(new Hazard("Deletes " + all(keys) + ", for good", "", true));
            case "FLUSHDB" -> Optional.of(new Hazard("Deletes " + ofOne(keys, database) + ", for good", "", true));
            case "KEYS" -> keys(keys, database);
            default -> {
                Hazard hazard = KNOWN.get(name + " " + command.upper(1));
                yield Optional.ofNullable(hazard == null ? KNOWN.get(name) : hazard);
            }
        };
    }

    private static String all(Optional<KeyCount> keys) {
        return keys.map(count -> "all " + Sizes.of(count.all(), "key", "keys") + " of "
                        + Sizes.of(count.databases(), "database", "databases"))
                .orElse("every key of every database");
    }

    private static String ofOne(Optional<KeyCount> keys, int database) {
        return keys.map(count -> "all " + Sizes.of(count.of(database), "key", "keys") + " of database " + database)
                .orElse("every key of database " + database);
    }

    private static Optional<Hazard> keys(Optional<KeyCount> keys, int database) {
        long count = keys.map(one -> one.of(database)).orElse(Long.MAX_VALUE);
        if (count < MANY_KEYS) {
            return Optional.empty();
        }
        String how = count == Long.MAX_VALUE ? "all keys" : Sizes.of(count, "key", "keys");
        return Optional.of(new Hazard(
                "Goes through " + how + " in one go: nobody else is served meanwhile",
                "SCAN 0 MATCH pattern COUNT 1000 does it in small steps",
                true));
    }
}
