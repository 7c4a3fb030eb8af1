package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.dialogs.PasswordDialog;
import dev.watchkeeper.app.dialogs.TrustDialog;
import dev.watchkeeper.app.workbench.PasswordPrompt;
import dev.watchkeeper.hosts.ssh.SshPerson;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;

/** Asks for passwords in the window, one at a time; as long as there is no window, nobody is there to ask. */
public final class WindowPrompt implements PasswordPrompt {
    private final FxThread fx = new FxThread();
    private final AtomicReference<Modals> modals = new AtomicReference<>();
    private final ReentrantLock oneAtATime = new ReentrantLock();

    /** From now on there is a window. */
    void attach(Modals window) {
        modals.set(window);
    }

    @Override
    public Optional<Secret> password(Target target, String why) {
        return secret(
                "Password for " + target.endpoint().user() + " on " + target.name(),
                (why.isEmpty() ? "" : why + ". ") + "It is kept until the console is closed, and written nowhere.",
                Optional.of(target.environment()));
    }

    @Override
    public Optional<Secret> vault(boolean isNew) {
        return secret(
                isNew ? "Choose a master password for the vault" : "Master password of the vault",
                "The console's encrypted vault holds the passwords of saved connections.",
                Optional.empty());
    }

    @Override
    public SshPerson ssh() {
        return new AtWindow();
    }

    private final class AtWindow implements SshPerson {
        @Override
        public boolean trusts(String host, String key, String remark) {
            return ask((Modals window, CompletableFuture<Optional<Boolean>> answer) -> {
                        TrustDialog dialog = new TrustDialog(
                                host,
                                key,
                                remark,
                                () -> {
                                    answer.complete(Optional.of(true));
                                    window.close();
                                },
                                window::close);
                        window.open(dialog, () -> answer.complete(Optional.empty()));
                    })
                    .isPresent();
        }

        @Override
        public Optional<Secret> passphrase(Path key, String why) {
            return secret(
                    "Passphrase of " + key,
                    (why.isEmpty() ? "" : why + ". ") + "It is kept until the console is closed, and written nowhere.",
                    Optional.empty());
        }

        @Override
        public Optional<Secret> answer(String where, String question, boolean shown) {
            return secret(where + " asks", question, Optional.empty());
        }
    }

    private Optional<Secret> secret(String title, String explains, Optional<Environment> environment) {
        return ask((window, answer) -> open(window, title, explains, environment, answer));
    }

    /** Opens a dialog that completes the answer. */
    private interface Asking<T> extends BiConsumer<Modals, CompletableFuture<Optional<T>>> {}

    private <T> Optional<T> ask(Asking<T> asking) {
        Modals window = modals.get();
        if (window == null) {
            return Optional.empty();
        }
        oneAtATime.lock();
        try {
            CompletableFuture<Optional<T>> answer = new CompletableFuture<>();
            fx.run(() -> asking.accept(window, answer));
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the password dialog broke", e);
        } finally {
            oneAtATime.unlock();
        }
    }

    private static void open(
            Modals window,
            String title,
            String explains,
            Optional<Environment> environment,
            CompletableFuture<Optional<Secret>> answer) {
        PasswordDialog dialog = new PasswordDialog(
                title,
                explains,
                environment,
                typed -> {
                    answer.complete(Optional.of(new Secret(typed)));
                    window.close();
                },
                window::close);
        window.open(dialog, () -> answer.complete(Optional.empty()));
        dialog.focus();
    }
}
