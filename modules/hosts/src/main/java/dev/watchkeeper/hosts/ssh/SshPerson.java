package dev.watchkeeper.hosts.ssh;

import dev.watchkeeper.kernel.target.Secret;
import java.nio.file.Path;
import java.util.Optional;

/** Who is asked what only a person can answer. Called on the thread that connects, which waits for the answer. */
public interface SshPerson {
    /**
     * Whether the key that a host shows is its own, so that it may be written down; asked once, when a host is met first.
     *
     * @param host as people know it, with its port
     * @param key type and fingerprint: {@code ED25519 SHA256:…}
     * @param remark what else is worth knowing; empty if nothing
     */
    boolean trusts(String host, String key, String remark);

    /**
     * The passphrase of a private key; empty if there is nobody to ask, or the person would rather not say.
     *
     * @param why what happened before: that the last one was wrong; empty at first
     */
    Optional<Secret> passphrase(Path key, String why);

    /**
     * What a host wants to know before it lets somebody in: a password, a code; empty as above.
     *
     * @param where user and host
     * @param question in the host's words, which nobody vouches for
     * @param shown whether what is typed may be seen
     */
    Optional<Secret> answer(String where, String question, boolean shown);

    /** Where there is nobody to ask: a script, a test. */
    static SshPerson nobody() {
        return new SshPerson() {
            @Override
            public boolean trusts(String host, String key, String remark) {
                return false;
            }

            @Override
            public Optional<Secret> passphrase(Path key, String why) {
                return Optional.empty();
            }

            @Override
            public Optional<Secret> answer(String where, String question, boolean shown) {
                return Optional.empty();
            }
        };
    }
}
