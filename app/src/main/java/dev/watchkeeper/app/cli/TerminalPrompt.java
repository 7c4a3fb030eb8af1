package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.PasswordPrompt;
import dev.watchkeeper.hosts.ssh.SshPerson;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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

    @Override
    public SshPerson ssh() {
        return new AtTerminal();
    }

    private final class AtTerminal implements SshPerson {
        @Override
        public boolean trusts(String host, String key, String remark) {
            String question = (remark.isEmpty() ? "" : remark + ".\n") + "Nobody here knows " + host
                    + " yet. Its key is\n  " + key + "\nIs that its own, and may it be written down? [yes/no]: ";
            return inTurn(() -> person.map(someone -> someone.answer(visible(question))))
                    .filter(typed -> typed.strip().toLowerCase(Locale.ROOT).equals("yes"))
                    .isPresent();
        }

        @Override
        public Optional<Secret> passphrase(Path key, String why) {
            return ask((why.isEmpty() ? "" : why + ". ") + "Passphrase of " + key + ": ");
        }

        @Override
        public Optional<Secret> answer(String where, String question, boolean shown) {
            String line = where + ": " + question + " ";
            return shown
                    ? inTurn(() -> person.map(someone -> someone.answer(Visible.of(line))))
                            .filter(typed -> !typed.isEmpty())
                            .map(Secret::new)
                    : ask(line);
        }

        private static String visible(String lines) {
            return lines.lines().map(Visible::of).collect(Collectors.joining("\n"));
        }
    }

    private <T> Optional<T> inTurn(Supplier<Optional<T>> asking) {
        turn.lock();
        try {
            return asking.get();
        } finally {
            turn.unlock();
        }
    }

    private Optional<Secret> ask(String question) {
        return inTurn(() -> person.map(someone -> new String(someone.secret(Visible.of(question)))))
                .filter(typed -> !typed.isEmpty())
                .map(Secret::new);
    }
}
