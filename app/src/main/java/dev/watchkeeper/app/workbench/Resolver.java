package dev.watchkeeper.app.workbench;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Nearest;
import dev.watchkeeper.postgres.libpq.ConnectionUri;
import dev.watchkeeper.postgres.libpq.Libpq;
import dev.watchkeeper.postgres.libpq.Resolved;
import java.util.List;
import java.util.Optional;

/** Finds out which server somebody means. */
final class Resolver {
    private final Surroundings surroundings;
    private final PasswordChain passwords;

    Resolver(Surroundings surroundings, PasswordChain passwords) {
        this.surroundings = surroundings;
        this.passwords = passwords;
    }

    /** A saved name first, then an address. */
    Target resolve(String on, List<Target> saved) throws FaultException {
        Optional<Target> named =
                saved.stream().filter(target -> target.name().equals(on)).findFirst();
        if (named.isPresent()) {
            return named.get();
        }
        if (!ConnectionUri.isOne(on) && !on.contains("=") && !on.contains("://")) {
            throw unknown(on, saved.stream().map(Target::name).toList());
        }
        Resolved resolved = Libpq.resolve(on, surroundings.variables(), surroundings.home());
        String name = resolved.passwordInAddress() ? ConnectionUri.write(resolved.endpoint()) : on;
        Target target = Target.unsaved(name, resolved.endpoint());
        resolved.password().ifPresent(password -> passwords.remember(target, password));
        return target;
    }

    private static FaultException unknown(String name, List<String> saved) {
        String near =
                Nearest.to(name, saved).map(one -> "Did you mean " + one + "? ").orElse("");
        String known = saved.isEmpty()
                ? "Nothing is saved yet: watchkeeper connections add NAME --url postgresql://…"
                : "Saved are " + String.join(", ", saved);
        return new FaultException(
                FaultKind.BAD_INPUT,
                "no target is called " + name + ", and it is no address",
                near + known + "; an address is a postgresql:// URI, 'host=… dbname=…' or service=NAME");
    }
}
