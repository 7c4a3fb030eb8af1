package dev.watchkeeper.hosts.ssh.config;

import dev.watchkeeper.hosts.ssh.SshHome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code ~/.ssh/config}, then {@code /etc/ssh/ssh_config}, read anew for every question: people edit them. */
public final class SshConfig {
    private static final Path ETC = Path.of("/etc/ssh");

    private final SshHome home;
    private final Path system;

    public SshConfig(SshHome home) {
        this(home, ETC);
    }

    /** @param system the folder of {@code ssh_config} and {@code ssh_known_hosts} */
    SshConfig(SshHome home, Path system) {
        this.home = home;
        this.system = system;
    }

    /** Where it looks. */
    public SshHome home() {
        return home;
    }

    /** Where the whole machine's settings are. */
    public Path system() {
        return system;
    }

    /**
     * What is set for a host.
     *
     * @param alias as it was typed: what {@code Host} patterns are held against
     * @param given what was said elsewhere, and so counts before the files: keywords in lower case
     */
    public SshOptions options(String alias, Map<String, List<String>> given) {
        ConfigReader first = pass(alias, false, given);
        return new SshOptions(
                first.wantsLast() ? pass(alias, true, first.values()).values() : first.values());
    }

    private ConfigReader pass(String alias, boolean last, Map<String, List<String>> given) {
        return new ConfigReader(home, alias, last, given)
                .read(home.ssh().resolve("config"), home.ssh())
                .read(system.resolve("ssh_config"), system);
    }
}
