package dev.watchkeeper.app.workbench;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.PasswordSource;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.libpq.PgPass;
import dev.watchkeeper.workspace.WorkspaceFolder;
import dev.watchkeeper.workspace.secrets.AskedPasswords;
import dev.watchkeeper.workspace.secrets.EnvironmentPasswords;
import dev.watchkeeper.workspace.secrets.KeychainPasswords;
import dev.watchkeeper.workspace.secrets.VaultPasswords;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where passwords come from: the place that the target names; else what stood in its address or was typed, then libpq's
 * places. Thread-safe.
 */
final class PasswordChain implements Passwords {
    private final AskedPasswords asked;
    private final VaultPasswords vault;
    private final KeychainPasswords keychain = new KeychainPasswords();
    private final Passwords all;

    PasswordChain(Surroundings surroundings, WorkspaceFolder folder, PasswordPrompt prompt, Consumer<String> warnings) {
        this.asked = new AskedPasswords(prompt::password);
        this.vault = new VaultPasswords(folder.vault(), prompt::vault);
        this.all = Passwords.firstOf(List.of(
                new EnvironmentPasswords(surroundings.variables()),
                keychain,
                vault,
                asked,
                new PgPass(surroundings.variables(), surroundings.home(), warnings)));
    }

    @Override
    public Optional<Secret> find(Target target, HostPort host) throws FaultException {
        return all.find(target, host);
    }

    /** What a file or a variable holds is not asked for: who wrote it there wants to know that it is wrong. */
    boolean askAgain(Target target, String why) throws FaultException {
        boolean mayAsk =
                target.password() instanceof PasswordSource.Usual || target.password() instanceof PasswordSource.Ask;
        if (!mayAsk || !why.contains("password")) {
            return false;
        }
        HostPort host = target.endpoint().hosts().getFirst();
        Target sameName = Target.unsaved(target.name(), target.endpoint()); // looks only, whatever the target says
        Optional<Secret> typed = asked.find(sameName, host);
        if (typed.isPresent()) {
            asked.forget(target, typed.get());
        } else if (target.password() instanceof PasswordSource.Ask
                || find(target, host).isPresent()) {
            return false;
        }
        return asked.ask(target, why).isPresent();
    }

    AskedPasswords asked() {
        return asked;
    }

    VaultPasswords vault() {
        return vault;
    }

    KeychainPasswords keychain() {
        return keychain;
    }
}
