package dev.watchkeeper.hosts.ssh.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a host before it is called.
 *
 * @param called what connections and people call it: its name in {@code hosts:}, else as it was typed
 * @param alias as it was named to ssh
 * @param host the name or address that is called, or that the jump host before it calls
 * @param command which talks to it instead of a connection of ours: {@code ProxyCommand}
 * @param limit how long connecting may take
 */
public record Destination(
        String called,
        String alias,
        String host,
        int port,
        String user,
        Keys keys,
        Trust trust,
        Optional<String> command,
        Duration limit) {
    /**
     * With which keys to enter.
     *
     * @param chosen that of {@code hosts:}, which goes first
     * @param files the others, in their order; they need not be there unless {@code named}
     * @param named whether somebody wrote the files down, so that a missing one is worth a word
     * @param certificates files of {@code CertificateFile}
     * @param only whether the agent's other keys are left alone
     * @param agent the agent's socket
     */
    public record Keys(
            Optional<Path> chosen,
            List<Path> files,
            boolean named,
            List<Path> certificates,
            boolean only,
            Optional<Path> agent) {
        public Keys {
            files = List.copyOf(files);
            certificates = List.copyOf(certificates);
        }
    }

    /**
     * How its own key is checked.
     *
     * @param name under which it is looked up: {@code host}, {@code [host]:port}
     * @param plain the name without the port, under which it may be known too
     * @param files those of the person first; a new key is written into the first
     * @param machine those of the whole machine
     */
    public record Trust(
            String name,
            Optional<String> plain,
            List<Path> files,
            List<Path> machine,
            Strictness strictness,
            boolean hashed) {
        public Trust {
            files = List.copyOf(files);
            machine = List.copyOf(machine);
        }
    }

    /** What becomes of a host that nobody knows. A key that changed is refused whatever is set. */
    public enum Strictness {
        /** It is refused. */
        YES,
        /** The person is asked. */
        ASK,
        /** It is written down without asking. */
        ACCEPT_NEW
    }

    /** As people write it: {@code postgres@backup-1}, with the port if that is not 22. */
    public String where() {
        return user + "@" + place();
    }

    /** The same without the user. */
    public String place() {
        String name = host.equals(called) ? host : called + " (" + host + ")";
        return port == 22 ? name : name + " port " + port;
    }
}
