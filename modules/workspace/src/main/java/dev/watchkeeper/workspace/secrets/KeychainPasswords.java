package dev.watchkeeper.workspace.secrets;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.PasswordSource;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import java.util.Optional;

/** The password of a target that says {@code keychain:ENTRY}, and the way to put one there. */
public final class KeychainPasswords implements Passwords {
    private static final String SERVICE = "watchkeeper";
    private static final String INSTEAD = "Use ${VARIABLE}, ~/.pgpass or vault:ENTRY instead";

    /**
     * @throws FaultException UNSUPPORTED if this desktop has no keychain, DENIED if it has none of that entry or is locked
     */
    @Override
    public Optional<Secret> find(Target target, HostPort host) throws FaultException {
        if (!(target.password() instanceof PasswordSource.Keychain keychain)) {
            return Optional.empty();
        }
        String entry = keychain.entry();
        return Optional.of(new Secret(with(entry, keyring -> keyring.getPassword(SERVICE, entry))));
    }

    /** Stores a password, in place of an older one. */
    public void put(String entry, Secret secret) throws FaultException {
        with(entry, keyring -> {
            keyring.setPassword(SERVICE, entry, secret.reveal());
            return "";
        });
    }

    /** Takes a password out. */
    public void remove(String entry) throws FaultException {
        with(entry, keyring -> {
            keyring.deletePassword(SERVICE, entry);
            return "";
        });
    }

    /** Whether this desktop has a keychain that can be reached now. */
    public boolean isAvailable() {
        try {
            with("", keyring -> "");
            return true;
        } catch (FaultException e) {
            return false;
        }
    }

    @FunctionalInterface
    private interface Use {
        String of(Keyring keyring) throws PasswordAccessException;
    }

    private static String with(String entry, Use use) throws FaultException {
        try {
            Keyring keyring = Keyring.create();
            try {
                return use.of(keyring);
            } finally {
                keyring.close();
            }
        } catch (BackendNotSupportedException | LinkageError e) {
            throw fault(FaultKind.UNSUPPORTED, "this desktop has no keychain that the console knows", INSTEAD, e);
        } catch (PasswordAccessException e) {
            String message = "the keychain has no entry " + entry + " for watchkeeper, or is locked";
            throw fault(FaultKind.DENIED, message, "Unlock it, or save the password again", e);
        } catch (Exception e) {
            // closing a keyring declares no narrower one
            throw fault(FaultKind.FAILED, "the keychain broke", INSTEAD, e);
        }
    }

    private static FaultException fault(FaultKind kind, String message, String advice, Throwable cause) {
        return new FaultException(new Fault(kind, message, advice), cause);
    }
}
