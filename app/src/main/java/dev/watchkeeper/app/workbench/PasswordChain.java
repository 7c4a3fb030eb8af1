package dev.watchkeeper.app.workbench;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.PasswordSource;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.libpq.PgPass;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Where passwords come from: the place that the target names; else the address itself, libpq's places, and at last the
 * person. What was typed is kept until the process ends. Thread-safe.
 */
final class PasswordChain implements Passwords {
    private final Map<String, String> variables;
    private final PgPass usual;
    private final PasswordPrompt prompt;
    private final Map<Target, Secret> ofAddress = new ConcurrentHashMap<>();
    private final Map<Target, Secret> typed = new ConcurrentHashMap<>();

    PasswordChain(Surroundings surroundings, PasswordPrompt prompt, Consumer<String> warnings) {
        this.variables = surroundings.variables();
        this.usual = new PgPass(surroundings.variables(), surroundings.home(), warnings);
        this.prompt = prompt;
    }

    /** Keeps the password that stood in an address, for as long as the process runs. */
    void remember(Target target, Secret password) {
        ofAddress.put(target, password);
    }

    /** Forgets what was typed, for it was wrong, or its target is gone. */
    void forget(Target target) {
        typed.remove(target);
    }

    @Override
    public Optional<Secret> find(Target target, HostPort host) throws FaultException {
        return switch (target.password()) {
            case PasswordSource.Usual anywhere -> usual(target, host);
            case PasswordSource.Variable variable -> Optional.of(variable(target, variable.name()));
            case PasswordSource.Ask ask -> ask(target, host);
            case PasswordSource.Keychain keychain -> Optional.empty();
            case PasswordSource.Vault vault -> Optional.empty();
        };
    }

    private Optional<Secret> usual(Target target, HostPort host) throws FaultException {
        Secret inAddress = ofAddress.get(target);
        return inAddress != null ? Optional.of(inAddress) : usual.find(target, host);
    }

    private Secret variable(Target target, String name) throws FaultException {
        String value = variables.get(name);
        if (value == null || value.isEmpty()) {
            throw new FaultException(
                    FaultKind.DENIED,
                    "the password of " + target.name() + " is to be in the variable " + name + ", which is not set",
                    "Set it before starting, or name another place in connections.yaml");
        }
        return new Secret(value);
    }

    private Optional<Secret> ask(Target target, HostPort host) throws FaultException {
        Secret known = typed.get(target);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Secret> answer = prompt.password(target, host);
        answer.ifPresent(secret -> typed.put(target, secret));
        return answer;
    }
}
