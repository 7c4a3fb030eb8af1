package dev.watchkeeper.hosts.ssh;

import dev.watchkeeper.hosts.ssh.known.HostKey;
import dev.watchkeeper.hosts.ssh.known.KnownHosts;
import dev.watchkeeper.hosts.ssh.known.Verdict;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;
import org.jspecify.annotations.Nullable;

/** Looks at the key that a host shows. It lets nobody in of whom the files say nothing: a person is asked outside of it. */
final class KeyCheck implements HostKeyVerifier {
    private final KnownHosts known;
    private volatile @Nullable Shown shown;

    /** A key, and what the files say of it. */
    record Shown(HostKey key, Verdict verdict) {}

    KeyCheck(KnownHosts known) {
        this.known = known;
    }

    @Override
    public boolean verify(String hostname, int port, PublicKey key) {
        byte[] blob = new Buffer.PlainBuffer().putPublicKey(key).getCompactData();
        HostKey seen = HostKey.of(KeyType.fromKey(key).toString(), blob);
        Shown now = new Shown(seen, known.of(seen));
        shown = now;
        return now.verdict() instanceof Verdict.Known;
    }

    @Override
    public List<String> findExistingAlgorithms(String hostname, int port) {
        return List.of(); // the client is set up with them in their order
    }

    /** Why the host was refused; empty if it was not, or did not get so far. */
    Optional<Shown> refused() {
        return Optional.ofNullable(shown).filter(one -> !(one.verdict() instanceof Verdict.Known));
    }
}
