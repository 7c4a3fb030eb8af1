package dev.watchkeeper.hosts.ssh.config;

import dev.watchkeeper.hosts.ssh.SshHome;
import dev.watchkeeper.hosts.ssh.config.Destination.Keys;
import dev.watchkeeper.hosts.ssh.config.Destination.Strictness;
import dev.watchkeeper.hosts.ssh.config.Destination.Trust;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes destinations out of options. */
final class Destinations {
    private static final List<String> USUAL_KEYS = List.of("~/.ssh/id_rsa", "~/.ssh/id_ecdsa", "~/.ssh/id_ed25519");
    private static final List<String> USUAL_KNOWN = List.of("~/.ssh/known_hosts", "~/.ssh/known_hosts2");
    private static final int USUAL_PORT = 22;
    private static final int LONGEST_SECONDS = 15;

    private final SshConfig config;
    private final SshHome home;
    private final SshOptions options;
    private final Tokens tokens;

    /** @param alias as it was named */
    Destinations(SshConfig config, SshOptions options, String alias) {
        this.config = config;
        this.home = config.home();
        this.options = options;
        int port = options.number("port", USUAL_PORT);
        String host = options.one("hostname")
                .map(name -> name.replace("%h", alias).replace("%%", "%"))
                .orElse(alias);
        this.tokens = new Tokens(
                alias,
                host.toLowerCase(Locale.ROOT),
                port,
                options.one("user").orElse(home.user()),
                home.folder().toString(),
                home.user());
    }

    /**
     * @param called what people call it; empty for what it is named to ssh
     * @param identity the key that {@code hosts:} names
     * @param knownHosts the file that it names
     */
    Destination make(Optional<String> called, Optional<String> identity, Optional<String> knownHosts) {
        return new Destination(
                called.orElse(tokens.alias()),
                tokens.alias(),
                tokens.host(),
                tokens.port(),
                tokens.user(),
                keys(identity),
                trust(knownHosts),
                options.one("proxycommand").map(this::filled),
                Duration.ofSeconds(Math.clamp(options.number("connecttimeout", LONGEST_SECONDS), 1, 60)));
    }

    private Keys keys(Optional<String> identity) {
        List<String> named = options.all("identityfile").stream()
                .filter(file -> !file.equalsIgnoreCase("none"))
                .toList();
        List<String> files = options.all("identityfile").isEmpty() ? USUAL_KEYS : named;
        return new Keys(
                identity.map(this::path),
                files.stream().map(this::path).toList(),
                !named.isEmpty(),
                options.all("certificatefile").stream().map(this::path).toList(),
                options.flag("identitiesonly", false),
                agent());
    }

    private Optional<Path> agent() {
        String written = options.one("identityagent").orElse("SSH_AUTH_SOCK");
        if (written.equalsIgnoreCase("none")) {
            return Optional.empty();
        }
        if (written.equals("SSH_AUTH_SOCK") || (written.startsWith("$") && !written.startsWith("${"))) {
            String socket = home.variables().getOrDefault(written.replace("$", ""), "");
            return socket.isEmpty() ? Optional.empty() : Optional.of(Path.of(socket));
        }
        return Optional.of(path(written));
    }

    private Trust trust(Optional<String> knownHosts) {
        Optional<String> alias = options.one("hostkeyalias").map(name -> name.toLowerCase(Locale.ROOT));
        boolean usual = tokens.port() == USUAL_PORT;
        String name = usual ? tokens.host() : "[" + tokens.host() + "]:" + tokens.port();
        return new Trust(
                alias.orElse(name),
                alias.isPresent() || usual ? Optional.empty() : Optional.of(tokens.host()),
                knownHosts.map(file -> List.of(path(file))).orElseGet(this::ownFiles),
                machineFiles(),
                strictness(),
                options.flag("hashknownhosts", false));
    }

    private List<Path> ownFiles() {
        List<String> named = options.all("userknownhostsfile");
        Stream<String> files = (named.isEmpty() ? USUAL_KNOWN : named).stream();
        return files.filter(file -> !file.equalsIgnoreCase("none"))
                .map(this::path)
                .toList();
    }

    private List<Path> machineFiles() {
        List<String> named = options.all("globalknownhostsfile");
        return named.isEmpty()
                ? List.of(
                        config.system().resolve("ssh_known_hosts"),
                        config.system().resolve("ssh_known_hosts2"))
                : named.stream()
                        .filter(file -> !file.equalsIgnoreCase("none"))
                        .map(this::path)
                        .toList();
    }

    /** {@code no} is taken as {@code accept-new}. */
    private Strictness strictness() {
        return switch (options.one("stricthostkeychecking").orElse("ask").toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> Strictness.YES;
            case "accept-new", "no", "off", "false" -> Strictness.ACCEPT_NEW;
            default -> Strictness.ASK;
        };
    }

    private Path path(String written) {
        return home.path(filled(written));
    }

    private String filled(String written) {
        return tokens.into(written, home.variables());
    }
}
