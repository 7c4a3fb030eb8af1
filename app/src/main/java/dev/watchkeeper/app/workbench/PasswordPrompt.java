package dev.watchkeeper.app.workbench;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import java.util.Optional;

/** Asks the person for what is written nowhere. Called on the thread that connects, which may wait for the answer. */
public interface PasswordPrompt {
    /** Empty if there is nobody to ask, or the person would rather not say. */
    Optional<Secret> password(Target target, HostPort host) throws FaultException;

    /** The password of the encrypted vault; empty as above. */
    Optional<Secret> vault() throws FaultException;

    /** Where there is nobody to ask: a script, a test. */
    static PasswordPrompt nobody() {
        return new PasswordPrompt() {
            @Override
            public Optional<Secret> password(Target target, HostPort host) {
                return Optional.empty();
            }

            @Override
            public Optional<Secret> vault() {
                return Optional.empty();
            }
        };
    }
}
