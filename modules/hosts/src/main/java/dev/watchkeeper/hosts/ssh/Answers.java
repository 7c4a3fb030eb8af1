package dev.watchkeeper.hosts.ssh;

import dev.watchkeeper.kernel.target.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.schmizz.sshj.userauth.method.ChallengeResponseProvider;
import net.schmizz.sshj.userauth.password.Resource;

/** What a host asks in its own words, handed on to the person. */
final class Answers implements ChallengeResponseProvider {
    private final String where;
    private final Remembered remembered;
    private final boolean again;
    private final Map<String, Secret> given = new LinkedHashMap<>();
    private volatile boolean refused;

    /** @param again whether the last answers were wrong */
    Answers(String where, Remembered remembered, boolean again) {
        this.where = where;
        this.remembered = remembered;
        this.again = again;
    }

    /** Whether there was nobody to answer. */
    boolean isRefused() {
        return refused;
    }

    /** Keeps what let somebody in, if it was one secret: codes are good once. */
    void keep() {
        if (given.size() == 1) {
            given.forEach((question, secret) -> remembered.keep(where, question, secret));
        }
    }

    @Override
    public List<String> getSubmethods() {
        return List.of();
    }

    @Override
    @SuppressWarnings("rawtypes") // so the library declares it
    public void init(Resource resource, String name, String instruction) {
        // the questions say it all
    }

    @Override
    public char[] getResponse(String prompt, boolean echo) {
        Optional<Secret> typed = refused ? Optional.empty() : remembered.answer(where, prompt.strip(), echo, again);
        refused = typed.isEmpty();
        typed.ifPresent(secret -> given.put(prompt.strip(), secret));
        return typed.map(secret -> secret.reveal().toCharArray()).orElseGet(() -> new char[0]);
    }

    @Override
    public boolean shouldRetry() {
        return false;
    }
}
