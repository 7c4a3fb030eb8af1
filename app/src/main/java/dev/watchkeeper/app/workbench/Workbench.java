package dev.watchkeeper.app.workbench;

import dev.watchkeeper.kernel.action.ActionDesk;
import dev.watchkeeper.kernel.action.AuditTrail;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Poller;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.PostgresServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The one place where everything is put together, for the window and the command line alike. Thread-safe. */
public final class Workbench implements AutoCloseable {
    private final Surroundings surroundings;
    private final PasswordChain passwords;
    private final Poller poller;
    private final AuditTrail audit;
    private final ActionDesk desk;
    private final Map<Target, PostgresServer> servers = new ConcurrentHashMap<>();

    private Workbench(Surroundings surroundings, PasswordChain passwords, AuditTrail audit) {
        this.surroundings = surroundings;
        this.passwords = passwords;
        this.poller = new Poller(surroundings.clock());
        this.audit = audit;
        this.desk = new ActionDesk(audit, surroundings.clock(), surroundings.user());
    }

    /**
     * Puts it together.
     *
     * @param prompt who is asked for a password that is written nowhere
     * @param warnings hears why a password file is not used and the like, in sentences; from any thread
     */
    public static Workbench of(Surroundings surroundings, PasswordPrompt prompt, Consumer<String> warnings) {
        return new Workbench(surroundings, new PasswordChain(surroundings, prompt, warnings), new MemoryAudit());
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    public Poller poller() {
        return poller;
    }

    /** Where every action goes through. */
    public ActionDesk desk() {
        return desk;
    }

    /** What was done. */
    public AuditTrail audit() {
        return audit;
    }

    /**
     * The saved targets, in the order of the file.
     *
     * @throws FaultException BAD_INPUT with line and column if the file is broken
     */
    public List<Target> targets() throws FaultException {
        return List.of();
    }

    /**
     * What somebody means by a saved name, a URI, a keyword string or {@code service=NAME}.
     *
     * @throws FaultException BAD_INPUT if it is none of these; it names what is saved
     */
    public Target resolve(String on) throws FaultException {
        return new Resolver(surroundings, passwords).resolve(on, targets());
    }

    /** The server behind a target: the same one as long as the target is the same. It connects when it is first asked. */
    public PostgresServer open(Target target) {
        return servers.computeIfAbsent(target, one -> new PostgresServer(one, passwords));
    }

    /** Closes the server of a target that was changed or removed. */
    public void forget(Target target) {
        PostgresServer server = servers.remove(target);
        if (server != null) {
            server.close();
        }
    }

    /** Ends all polling and closes all connections. */
    @Override
    public void close() {
        poller.close();
        servers.keySet().forEach(this::forget);
    }
}
