package dev.watchkeeper.hosts.ssh;

import dev.watchkeeper.kernel.target.Secret;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Answers what it was told to, and remembers what it was asked. */
final class TestPerson implements SshPerson {
    final List<String> asked = new ArrayList<>();
    final Deque<String> secrets = new ArrayDeque<>();
    boolean trusting;

    @Override
    public synchronized boolean trusts(String host, String key, String remark) {
        asked.add(host + " " + key);
        return trusting;
    }

    @Override
    public synchronized Optional<Secret> passphrase(Path key, String why) {
        asked.add("passphrase of " + key.getFileName() + (why.isEmpty() ? "" : " again"));
        return Optional.ofNullable(secrets.poll()).map(Secret::new);
    }

    @Override
    public synchronized Optional<Secret> answer(String where, String question, boolean shown) {
        asked.add(question);
        return Optional.ofNullable(secrets.poll()).map(Secret::new);
    }
}
