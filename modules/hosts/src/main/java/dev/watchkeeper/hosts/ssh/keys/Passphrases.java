package dev.watchkeeper.hosts.ssh.keys;

import dev.watchkeeper.kernel.target.Secret;
import java.nio.file.Path;
import java.util.Optional;

/** Where the passphrases of key files come from. */
@FunctionalInterface
public interface Passphrases {
    /**
     * Empty if nobody tells.
     *
     * @param why that the last one was wrong; empty at first
     */
    Optional<Secret> of(Path key, String why);
}
