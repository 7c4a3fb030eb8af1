package dev.watchkeeper.app.workbench;

import dev.watchkeeper.hosts.ssh.SshPerson;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import java.util.Optional;

/** Asks the person for what is written nowhere. Called on the thread that connects, which waits for the answer. */
public interface PasswordPrompt {
    /**
     * The password of a target; empty if there is nobody to ask, or the person would rather not say.
     *
     * @param why what happened before: that the last one was wrong; empty at first
     */
    Optional<Secret> password(Target target, String why);

    /**
     * The master password of the vault; empty as above.
     *
     * @param isNew whether a vault is being made, so that it should be typed twice
     */
    Optional<Secret> vault(boolean isNew);

    /** The same person for what hosts want to know; nobody, if it is not said. */
    default SshPerson ssh() {
        return SshPerson.nobody();
    }

    /** Where there is nobody to ask: a script, a test. */
    static PasswordPrompt nobody() {
        return new PasswordPrompt() {
            @Override
            public Optional<Secret> password(Target target, String why) {
                return Optional.empty();
            }

            @Override
            public Optional<Secret> vault(boolean isNew) {
                return Optional.empty();
            }
        };
    }
}
