package dev.watchkeeper.app.workbench;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Nearest;
import dev.watchkeeper.postgres.libpq.ConnectionUri;
import dev.watchkeeper.postgres.libpq.Libpq;
import dev.watchkeeper.postgres.libpq.Resolved;
import dev.watchkeeper.workspace.connections.EndpointParser;
import dev.watchkeeper.workspace.connections.EveryAddress;
import dev.watchkeeper.workspace.secrets.AskedPasswords;
import java.util.List;
import java.util.Optional;

/** Finds out which server somebody means. */
final class Resolver {
    private final Surroundings surroundings;
    private final AskedPasswords asked;

    Resolver(Surroundings surroundings, AskedPasswords asked) {
        this.surroundings = surroundings;
        this.asked = asked;
    }

    /**
     * A saved name first, then an address. A URI can't be a name, and so works with a broken file too.
     *
     * @param saved reads the saved targets
     */
    Target resolve(String on, SavedTargets saved) throws FaultException {
        if (ConnectionUri.isOne(on) || EveryAddress.isService(on)) {
            return address(on);
        }
        List<Target> targets = saved.read();
        Optional<Target> named =
                targets.stream().filter(target -> target.name().equals(on)).findFirst();
        if (named.isPresent()) {
            return named.get();
        }
        if (!on.contains("=") && !on.contains("://")) {
            throw unknown(on, targets.stream().map(Target::name).toList());
        }
        return address(on);
    }

    /** Where saved targets are read. */
    @FunctionalInterface
    interface SavedTargets {
        List<Target> read() throws FaultException;
    }

    private Target address(String on) throws FaultException {
        if (EveryAddress.isService(on)) {
            return service(on);
        }
        Resolved resolved = Libpq.resolve(on, surroundings.variables(), surroundings.home());
        if (!resolved.passwordInAddress()) {
            return Target.unsaved(on, resolved.endpoint());
        }
        Target target = Target.unsaved(ConnectionUri.write(resolved.endpoint()), resolved.endpoint());
        resolved.password().ifPresent(password -> asked.remember(target, password));
        return target;
    }

    /** A password in it is remembered, and not part of the name. */
    private Target service(String on) throws FaultException {
        EndpointParser.Address address = new EveryAddress(new LibpqEndpoints(surroundings)).parse(on);
        if (address.password().isEmpty()) {
            return Target.unsaved(on, address.endpoint());
        }
        Target target = Target.unsaved(on.replaceFirst("://([^@/]*):[^@/]*@", "://$1@"), address.endpoint());
        asked.remember(target, address.password().get());
        return target;
    }

    static FaultException unknown(String name, List<String> saved) {
        String near =
                Nearest.to(name, saved).map(one -> "Did you mean " + one + "? ").orElse("");
        String known = saved.isEmpty()
                ? "Nothing is saved yet: watchkeeper connections add NAME --url postgresql://…"
                : "Saved are " + String.join(", ", saved);
        return new FaultException(
                FaultKind.BAD_INPUT,
                "no target is called " + name + ", and it is no address",
                near + known + "; an address is a postgresql:// URI, 'host=… dbname=…', service=NAME, or begins with "
                        + String.join(", ", EveryAddress.schemes()));
    }
}
