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
    private final Declined declined = new Declined();

    Remembered(SshPerson person) {
        this.person = person;
    }

    /** Whether the person trusts a host that is met first; one that was declined a moment ago is not asked for again. */
    boolean trusts(String place, String key, String remark) {
        String question = place + " " + key;
        if (declined.recently(question)) {
            return false;
        }
        boolean trusted = person.trusts(place, key, remark);
        if (!trusted) {
            declined.add(question);
        }
        return trusted;
    }

    @Override
    public Optional<Secret> of(Path key, String why) {
        Secret kept = why.isEmpty() ? passphrases.get(key) : null;
        if (kept != null) {
            return Optional.of(kept);
        }
        if (declined.recently(key.toString())) {
            return Optional.empty();
        }
        Optional<Secret> typed = person.passphrase(key, why);
        passphrases.remove(key);
        typed.ifPresentOrElse(secret -> passphrases.put(key, secret), () -> declined.add(key.toString()));
        return typed;
    }

    /** What was answered on a host before; asks if nothing was, or if that was wrong. */
    Optional<Secret> answer(String where, String question, boolean shown, boolean wasWrong) {
        Secret kept = wasWrong || shown ? null : answers.get(where + " " + question);
        if (kept != null) {
            return Optional.of(kept);
        }
        answers.remove(where + " " + question);
        if (declined.recently(where + " " + question)) {
            return Optional.empty();
        }
        Optional<Secret> typed = person.answer(where, question, shown);
        if (typed.isEmpty()) {
            declined.add(where + " " + question);
        }
        return typed;
    }

    /** Keeps it, since it let somebody in. */
    void keep(String where, String question, Secret secret) {
        answers.put(where + " " + question, secret);
    }
}
