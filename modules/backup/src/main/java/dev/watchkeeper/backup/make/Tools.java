package dev.watchkeeper.backup.make;

import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.hosts.Ran;
import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.hosts.ShellFile;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** The tools for backups that a host has, of every version that is installed there. */
final class Tools {
    private static final ShellFile FILE = ShellFile.beside(Tools.class, "tools.sh");

    private final String host;
    private final List<Tool> found;

    private Tools(String host, List<Tool> found) {
        this.host = host;
        this.found = found;
    }

    /** Looks for them. */
    static Tools on(Host host, String... names) throws FaultException {
        SequencedMap<String, String> given = new LinkedHashMap<>();
        given.put("tools", String.join(" ", names));
        Ran ran = host.run(Script.of(FILE.with(given)));
        return new Tools(
                host.name(),
                ran.text().lines().map(Tool::read).flatMap(Optional::stream).toList());
    }

    /** Any of that name. */
    Optional<Tool> any(String name) {
        return found.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** @throws FaultException UNSUPPORTED if there is none of that name */
    Tool require(String name, String whereFrom) throws FaultException {
        return any(name)
                .orElseThrow(() -> new FaultException(
                        FaultKind.UNSUPPORTED,
                        "there is no " + name + " on " + host,
                        "Install it there: " + whereFrom));
    }

    /**
     * The one for a server: of its own version if there is one, else the next newer one.
     *
     * @throws FaultException UNSUPPORTED if all are older than the server, which such tools refuse
     */
    Tool forServer(String name, int serverMajor, String serverVersion) throws FaultException {
        List<Tool> named = found.stream().filter(one -> one.name().equals(name)).toList();
        String advice = "Install the clients of PostgreSQL " + serverMajor + " or newer there: postgresql-client-"
                + serverMajor;
        if (named.isEmpty()) {
            throw new FaultException(FaultKind.UNSUPPORTED, "there is no " + name + " on " + host, advice);
        }
        return named.stream()
                .filter(one -> one.major() >= serverMajor)
                .min(Comparator.comparingInt(Tool::major)
                        .thenComparing(one -> !one.path().startsWith("/usr/lib/")))
                .orElseThrow(() -> new FaultException(
                        FaultKind.UNSUPPORTED,
                        name + " on " + host + " is of version "
                                + named.stream().map(Tool::version).distinct().collect(Collectors.joining(", "))
                                + ", the server of " + serverVersion
                                + ": it refuses servers that are newer than itself",
                        advice));
    }

    /** @throws FaultException UNSUPPORTED if there is none of that name */
    Tool newest(String name) throws FaultException {
        return found.stream()
                .filter(one -> one.name().equals(name))
                .max(Comparator.comparingInt(Tool::major))
                .orElseThrow(() -> new FaultException(
                        FaultKind.UNSUPPORTED,
                        "there is no " + name + " on " + host,
                        "Install PostgreSQL's clients there"));
    }

    /** The tool that came with another one: of the same version, from the same folder if possible. */
    Tool beside(Tool other, String name) throws FaultException {
        String folder = other.path().substring(0, other.path().lastIndexOf('/') + 1);
        return found.stream()
                .filter(one -> one.name().equals(name) && one.major() == other.major())
                .min(Comparator.comparing(one -> !one.path().startsWith(folder)))
                .orElseThrow(() -> new FaultException(
                        FaultKind.UNSUPPORTED,
                        "there is a " + other.name() + " " + other.version() + " on " + host + ", but no " + name
                                + " of that version",
                        "It checks what was saved: install it beside the other"));
    }
}
