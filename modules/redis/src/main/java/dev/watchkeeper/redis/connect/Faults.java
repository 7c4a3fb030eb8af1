package dev.watchkeeper.redis.connect;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.HostPort;
import java.util.List;
import java.util.Locale;

/** What the driver and the server say when something goes wrong, in words that help. Error codes: Redis' source, {@code server.c}. */
final class Faults {
    private static final String INTERVAL = "Choose a longer interval with -, or look what keeps the server busy";

    private Faults() {}

    static Fault whileConnecting(Throwable e, HostPort host, boolean tls) {
        return NetworkFaults.of(e, host, tls, true);
    }

    static Fault whileAsking(Throwable e, HostPort host, boolean tls) {
        return NetworkFaults.of(e, host, tls, false);
    }

    /** @param words the command that was refused; only its first two, which hold no secret, are shown */
    static RedisRefusal refusal(String said, List<String> words, HostPort host) {
        String command = words.getFirst() + (words.size() > 1 && takesSubcommand(words) ? " " + words.get(1) : "");
        return new RedisRefusal(fault(said, command, host), said);
    }

    private static boolean takesSubcommand(List<String> words) {
        return List.of("CLIENT", "CONFIG", "SENTINEL", "ACL", "PUBSUB").contains(words.getFirst());
    }

    private static Fault fault(String said, String command, HostPort host) {
        String code = said.split(" ", 2)[0];
        return switch (code) {
            case "NOAUTH" ->
                new Fault(
                        FaultKind.DENIED,
                        host + " wants a password, and none was found",
                        "Name its place in connections.yaml: password: ${VARIABLE}, keychain:… or vault:…; or ask for it");
            case "WRONGPASS" -> wrongPassword(host);
            case "NOPERM" ->
                new Fault(
                        FaultKind.DENIED,
                        host + " does not let this user run " + command + ": " + said,
                        "An administrator can allow it: ACL SETUSER <user> +"
                                + command.toLowerCase(Locale.ROOT).replace(' ', '|'));
            case "LOADING" ->
                new Fault(
                        FaultKind.UNREACHABLE,
                        host + " is loading its data into memory",
                        "It answers when that is done; INFO persistence says how far it is");
            case "MASTERDOWN" ->
                new Fault(
                        FaultKind.UNREACHABLE,
                        host
                                + " is a replica that has lost its primary and serves no old data (replica-serve-stale-data no)",
                        "Look at the primary, or at the link between the two");
            case "BUSY" ->
                new Fault(
                        FaultKind.TIMEOUT,
                        host + " is busy with a script",
                        "SCRIPT KILL ends it, if it has written nothing yet");
            case "READONLY" -> new Fault(FaultKind.CONFLICT, host + " is a replica and takes no writes");
            case "OOM" ->
                new Fault(
                        FaultKind.FAILED,
                        host + " is full: " + said,
                        "Raise maxmemory, or choose a policy that evicts");
            case "MISCONF" ->
                new Fault(
                        FaultKind.FAILED,
                        host + " refuses writes because it can't save to disk: " + said,
                        "Look at the server's log and its disk");
            case "DENIED" ->
                new Fault(
                        FaultKind.DENIED,
                        host + " runs in protected mode: it has no password and lets in only its own host",
                        "Set a password there, or go through a tunnel");
            default -> other(said, command, host);
        };
    }

    private static Fault other(String said, String command, HostPort host) {
        String lower = said.toLowerCase(Locale.ROOT);
        if (lower.startsWith("err invalid password")) {
            return wrongPassword(host);
        }
        if (lower.contains("max number of clients")) {
            return new Fault(
                    FaultKind.UNREACHABLE,
                    host + " takes no more clients: maxclients is reached",
                    "Close some, or raise it");
        }
        if (lower.startsWith("err unknown command") || lower.startsWith("err unknown subcommand")) {
            return new Fault(
                    FaultKind.UNSUPPORTED,
                    host + " knows no " + command,
                    "It is too old, the command was renamed away, or this is a sentinel");
        }
        if (lower.contains("db index is out of range")) {
            return new Fault(FaultKind.BAD_INPUT, host + " has no database of that number", "Name another one");
        }
        return new Fault(
                FaultKind.FAILED, host + ": " + said.lines().findFirst().orElse(said));
    }

    private static Fault wrongPassword(HostPort host) {
        return new Fault(
                FaultKind.DENIED,
                host + " does not accept this user and password",
                "Check the ACL user, and where the password comes from (variable, keychain, vault), then ask again with F5");
    }

    static Fault slow(HostPort host) {
        return new Fault(FaultKind.TIMEOUT, host + " did not answer in time", INTERVAL);
    }
}
