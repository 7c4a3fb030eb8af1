package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.PasswordPrompt;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Asks at the terminal, one question at a time though several targets may connect together. */
final class TerminalPrompt implements PasswordPrompt {
    private final Optional<Console.Person> person;
    private final ReentrantLock turn = new ReentrantLock();

    TerminalPrompt(Optional<Console.Person> person) {
        this.person = person;
    }

    @Override
    public Optional<Secret> password(Target target, String why) {
        String reason = why.isEmpty() ? "" : why + ". ";
        return ask(reason + "Password of " + target.endpoint().user() + " on " + target.name() + ": ");
    }

    @Override
    public Optional<Secret> vault(boolean isNew) {
        Optional<Secret> first = ask(isNew ? "New master password of the vault: " : "Master password of the vault: ");
        if (!isNew || first.isEmpty()) {
            return first;
        }
        String again = ask("The same again: ").map(Secret::reveal).orElse("");
        return first.filter(secret -> secret.reveal().equals(again));
    }

    private Optional<Secret> ask(String question) {
        turn.lock();
        try {
            return person.map(someone -> new String(someone.secret(Visible.of(question))))
                    .filter(typed -> !typed.isEmpty())
                    .map(Secret::new);
        } finally {
            turn.unlock();
        }
    }
}
