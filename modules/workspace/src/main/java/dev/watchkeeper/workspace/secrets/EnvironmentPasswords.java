package dev.watchkeeper.workspace.secrets;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.PasswordSource;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import java.util.Map;
import java.util.Optional;

/** The password of a target that says {@code ${NAME}}. */
public final class EnvironmentPasswords implements Passwords {
    private final Map<String, String> variables;

    /**
     * @param variables the process's environment
     */
    public EnvironmentPasswords(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /**
     * @throws FaultException BAD_INPUT, with the variable's name, if the target names one that is not set
     */
    @Override
    public Optional<Secret> find(Target target, HostPort host) throws FaultException {
        if (!(target.password() instanceof PasswordSource.Variable variable)) {
            return Optional.empty();
        }
        String value = variables.getOrDefault(variable.name(), "");
        if (value.isEmpty()) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "the password of " + target.name() + " is ${" + variable.name() + "}, which is not set",
                    "Export " + variable.name() + " before you start the console, or choose another place for it");
        }
        return Optional.of(new Secret(value));
    }
}
