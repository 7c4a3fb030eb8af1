package dev.watchkeeper.workspace.secrets;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.PasswordSource;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The password of a target that says {@code vault:ENTRY}. The master password is asked for once a process. Thread-safe. */
public final class VaultPasswords implements Passwords {
    private final Path file;
    private final MasterQuestion question;
    private final ReentrantLock opening = new ReentrantLock();
    private @Nullable Vault open;

    /** Asks a person for the master password. Blocks until there is an answer. */
    @FunctionalInterface
    public interface MasterQuestion {
        /**
         * Empty if the person does not want to answer.
         *
         * @param isNew whether a vault is being made, so that the password should be typed twice
         */
        Optional<Secret> ask(boolean isNew);
    }

    public VaultPasswords(Path file, MasterQuestion question) {
        this.file = file;
        this.question = question;
    }

    /**
     * @throws FaultException DENIED if the vault stays locked or has no such entry
     */
    @Override
    public Optional<Secret> find(Target target, HostPort host) throws FaultException {
        if (!(target.password() instanceof PasswordSource.Vault wanted)) {
            return Optional.empty();
        }
        if (!Vault.exists(file)) {
            throw noEntry(wanted.entry());
        }
        Optional<Secret> found = vault().get(wanted.entry());
        if (found.isEmpty()) {
            throw noEntry(wanted.entry());
        }
        return found;
    }

    /** The open vault; asks for the master password if it is still locked. */
    public Vault vault() throws FaultException {
        opening.lock();
        try {
            Vault vault = open;
            if (vault == null) {
                Secret master = question.ask(!Vault.exists(file)).orElseThrow(this::locked);
                vault = Vault.open(file, master);
                open = vault;
            }
            return vault;
        } finally {
            opening.unlock();
        }
    }

    private FaultException locked() {
        return new FaultException(
                FaultKind.DENIED, "the vault " + file + " stays locked", "Give its master password to use it");
    }

    private static FaultException noEntry(String entry) {
        return new FaultException(
                FaultKind.DENIED,
                "the vault has no entry " + entry,
                "Save the password again, or look for a mistyped name in connections.yaml");
    }
}
