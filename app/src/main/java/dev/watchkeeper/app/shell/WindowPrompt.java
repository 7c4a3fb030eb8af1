package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.dialogs.PasswordDialog;
import dev.watchkeeper.app.workbench.PasswordPrompt;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

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
        return ask(
                "Password for " + target.endpoint().user() + " on " + target.name(),
                (why.isEmpty() ? "" : why + ". ") + "It is kept until the console is closed, and written nowhere.",
                Optional.of(target.environment()));
    }

    @Override
    public Optional<Secret> vault(boolean isNew) {
        return ask(
                isNew ? "Choose a master password for the vault" : "Master password of the vault",
                "The console's encrypted vault holds the passwords of saved connections.",
                Optional.empty());
    }

    private Optional<Secret> ask(String title, String explains, Optional<Environment> environment) {
        Modals window = modals.get();
        if (window == null) {
            return Optional.empty();
        }
        oneAtATime.lock();
        try {
            CompletableFuture<Optional<Secret>> answer = new CompletableFuture<>();
            fx.run(() -> open(window, title, explains, environment, answer));
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
