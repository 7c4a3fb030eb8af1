package dev.watchkeeper.hosts.ssh;

import dev.watchkeeper.hosts.ssh.keys.Passphrases;
import dev.watchkeeper.kernel.target.Secret;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a person answered, kept for the process so that a line that comes back asks nothing again. Thread-safe. */
final class Remembered implements Passphrases {
    private final SshPerson person;
    private final Map<Path, Secret> passphrases = new ConcurrentHashMap<>();
    private final Map<String, Secret> answers = new ConcurrentHashMap<>();

    Remembered(SshPerson person) {
        this.person = person;
    }

    SshPerson person() {
        return person;
    }

    @Override
    public Optional<Secret> of(Path key, String why) {
        Secret kept = why.isEmpty() ? passphrases.get(key) : null;
        if (kept != null) {
            return Optional.of(kept);
        }
        Optional<Secret> typed = person.passphrase(key, why);
        passphrases.remove(key);
        typed.ifPresent(secret -> passphrases.put(key, secret));
        return typed;
    }

    /** What was answered on a host before; asks if nothing was, or if that was wrong. */
    Optional<Secret> answer(String where, String question, boolean shown, boolean wasWrong) {
        Secret kept = wasWrong || shown ? null : answers.get(where + " " + question);
        if (kept != null) {
            return Optional.of(kept);
        }
        answers.remove(where + " " + question);
        return person.answer(where, question, shown);
    }

    /** Keeps it, since it let somebody in. */
    void keep(String where, String question, Secret secret) {
        answers.put(where + " " + question, secret);
    }
}
