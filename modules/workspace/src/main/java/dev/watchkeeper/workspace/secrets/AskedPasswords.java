package dev.watchkeeper.workspace.secrets;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.PasswordSource;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Passwords that somebody typed, kept in memory for the life of the process and nowhere else. Several connections that
 * need the same password at once make one question. Thread-safe.
 */
public final class AskedPasswords implements Passwords {
    private final Question question;
    private final Map<String, Secret> remembered = new ConcurrentHashMap<>();
    private final ReentrantLock asking = new ReentrantLock();

    /** Asks a person; the window and the terminal each have their way. Blocks until there is an answer. */
    @FunctionalInterface
    public interface Question {
        /**
         * Empty if the person does not want to answer.
         *
         * @param why what happened before, for example that the last password was wrong; empty at first
         */
        Optional<Secret> ask(Target target, String why);
    }

    public AskedPasswords(Question question) {
        this.question = question;
    }

    /**
     * What was typed before; a target that says {@code ask} makes the question now if there was none. For the others ask
     * with {@link #ask} when the server wants a password and no other place had one.
     */
    @Override
    public Optional<Secret> find(Target target, HostPort host) throws FaultException {
        Optional<Secret> known = Optional.ofNullable(remembered.get(target.name()));
        return known.isPresent() || !(target.password() instanceof PasswordSource.Ask) ? known : ask(target, "");
    }

    /** Asks now, unless another thread has just been told. */
    public Optional<Secret> ask(Target target, String why) {
        asking.lock();
        try {
            Optional<Secret> known = Optional.ofNullable(remembered.get(target.name()));
            if (known.isPresent()) {
                return known;
            }
            Optional<Secret> answer = question.ask(target, why);
            answer.ifPresent(secret -> remember(target, secret));
            return answer;
        } finally {
            asking.unlock();
        }
    }

    /** Keeps a password that came with the target's address. */
    public void remember(Target target, Secret secret) {
        remembered.put(target.name(), secret);
    }

    /** Forgets a password that the server refused, so that it is asked for again; a newer one stays. */
    public void forget(Target target, Secret refused) {
        remembered.computeIfPresent(
                target.name(), (name, secret) -> secret.reveal().equals(refused.reveal()) ? null : secret);
    }
}
