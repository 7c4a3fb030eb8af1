package dev.watchkeeper.app.dialogs;

import dev.watchkeeper.app.workbench.NewConnection;
import dev.watchkeeper.app.workbench.Surroundings;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.Placement;
import dev.watchkeeper.kernel.target.PoolSize;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.Greeting;
import dev.watchkeeper.postgres.libpq.Candidates;
import dev.watchkeeper.workspace.connections.Connections;
import dev.watchkeeper.workspace.connections.EndpointParser;
import dev.watchkeeper.workspace.connections.Importer;
import dev.watchkeeper.workspace.connections.SavedConnection;
import java.util.List;
import java.util.Optional;

/** What is done with connections behind the dialogs. Its calls may take a while: not on the FX thread. */
public final class ConnectionDesk {
    private final Workbench bench;

    public ConnectionDesk(Workbench bench) {
        this.bench = bench;
    }

    /** The saved targets. */
    List<Target> targets() throws FaultException {
        return bench.targets();
    }

    /** The form's values of a target: as saved, or, for one that was named on the command line, by its address. */
    ConnectionValues values(Target target) throws FaultException {
        return bench.connections()
                .read()
                .find(target.name())
                .map(ConnectionValues::of)
                .orElseGet(() -> ConnectionValues.of(target, target.name()));
    }

    /** What pg_service.conf, PG* and ~/.pgpass know and is not saved yet. */
    List<ConnectionValues> found() throws FaultException {
        Surroundings around = bench.surroundings();
        List<Importer.Found> found = new Candidates(around.variables(), around.home(), warning -> {})
                .find().stream()
                        .map(one -> new Importer.Found(one.name(), one.endpoint(), one.address(), one.source()))
                        .toList();
        return Importer.propose(found, bench.targets()).stream()
                .map(proposal -> ConnectionValues.of(proposal.connection()))
                .toList();
    }

    /**
     * Connects with what stands in the form, and says what one meets there.
     *
     * @param typed a password that is not stored yet
     */
    Greeting test(ConnectionValues values, Optional<Secret> typed) throws FaultException {
        values.check();
        EndpointParser.Address address = bench.addresses().parse(values.url().strip());
        Target target = target(
                "test of " + values.name(),
                address,
                values,
                placement(values.name().strip()));
        address.password().or(() -> typed).ifPresent(secret -> bench.asked().remember(target, secret));
        try {
            return Greeting.of(bench.open(target));
        } finally {
            bench.forget(target);
        }
    }

    /** The form does not ask where the server stands, so that stays as it was. */
    private Placement placement(String name) throws FaultException {
        return bench.connections()
                .read()
                .find(name)
                .map(saved -> saved.target().placement())
                .orElse(Placement.NONE);
    }

    private static Target target(
            String name, EndpointParser.Address address, ConnectionValues values, Placement placement) {
        return new Target(
                name,
                address.endpoint(),
                values.environment(),
                values.source(),
                values.readOnly(),
                values.tagList(),
                PoolSize.DEFAULT,
                placement);
    }

    /**
     * Saves what stands in the form.
     *
     * @param before the name until now; empty for a new one
     * @param typed a password to be put into keychain or vault
     */
    void save(Optional<String> before, ConnectionValues values, Optional<Secret> typed) throws FaultException {
        values.check();
        if (typed.isPresent() && values.place().stores()) {
            store(values, typed.get());
        }
        Connections seen = bench.connections().read();
        if (before.isEmpty() || seen.find(before.get()).isEmpty()) {
            bench.add(new NewConnection(
                    values.name().strip(),
                    values.url().strip(),
                    values.environment(),
                    values.source(),
                    values.readOnly(),
                    values.tagList()));
            return;
        }
        EndpointParser.Address address = bench.addresses().parse(values.url().strip());
        if (address.password().isPresent()) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "the address holds a password, which does not belong into a file",
                    "Take it out, and choose below where the password is to be found");
        }
        Target after = target(values.name().strip(), address, values, placement(before.get()));
        bench.connections()
                .change(
                        seen,
                        before.get(),
                        new SavedConnection(after, values.url().strip()));
    }

    private void store(ConnectionValues values, Secret typed) throws FaultException {
        if (values.place() == PasswordPlace.VAULT) {
            bench.vault().vault().put(values.entry().strip(), typed);
        } else {
            bench.keychain().put(values.entry().strip(), typed);
        }
    }

    /** Takes it out of the file; the server is not touched. */
    void remove(Target target) throws FaultException {
        bench.remove(target.name());
    }
}
