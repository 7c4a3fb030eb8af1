package dev.watchkeeper.app.workbench;

import dev.watchkeeper.app.hosts.HostScope;
import dev.watchkeeper.app.recording.MarkedAudit;
import dev.watchkeeper.app.recording.Recorder;
import dev.watchkeeper.history.HistoryStore;
import dev.watchkeeper.history.Lease;
import dev.watchkeeper.kernel.action.ActionDesk;
import dev.watchkeeper.kernel.action.AuditTrail;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.Poller;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.PoolSize;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Cluster;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.workspace.WorkspaceFolder;
import dev.watchkeeper.workspace.audit.JsonLinesAudit;
import dev.watchkeeper.workspace.connections.Connections;
import dev.watchkeeper.workspace.connections.ConnectionsFile;
import dev.watchkeeper.workspace.connections.EndpointParser;
import dev.watchkeeper.workspace.connections.EveryAddress;
import dev.watchkeeper.workspace.connections.SavedConnection;
import dev.watchkeeper.workspace.secrets.AskedPasswords;
import dev.watchkeeper.workspace.secrets.KeychainPasswords;
import dev.watchkeeper.workspace.secrets.VaultPasswords;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The one place where everything is put together, for the window and the command line alike. Thread-safe. */
public final class Workbench implements AutoCloseable {
    private final Surroundings surroundings;
    private final WorkspaceFolder folder;
    private final ConnectionsFile connections;
    private final PasswordChain passwords;
    private final Hosts hosts;
    private final Poller poller;
    private final AuditTrail audit;
    private final ActionDesk desk;
    private final PostgresServers servers;
    private final RedisServers redis;
    private final Clusters clusters;
    private final HistoryPlaces historyPlaces;
    private final History history;
    private final Memory memory;
    private final Machines machines;
    private final Recorder recorder;

    private Workbench(Surroundings surroundings, PasswordPrompt prompt, Consumer<String> warnings) {
        this.surroundings = surroundings;
        this.folder = WorkspaceFolder.of(surroundings.variables(), System.getProperty("os.name"), surroundings.home());
        this.connections = new ConnectionsFile(folder.connections(), new LibpqEndpoints(surroundings));
        this.passwords = new PasswordChain(surroundings, folder, prompt, warnings);
        this.hosts = new Hosts(connections, surroundings, prompt.ssh());
        this.redis = new RedisServers(passwords, hosts, this::readable, surroundings.clock());
        this.servers = new PostgresServers(
                passwords, hosts, this::readable, surroundings.variables().getOrDefault("PGUSER", surroundings.user()));
        this.clusters = new Clusters(servers, redis);
        this.poller = new Poller(surroundings.clock());
        this.historyPlaces = new HistoryPlaces(connections, folder, passwords, surroundings, warnings);
        this.history = new History(historyPlaces, surroundings.clock(), warnings);
        this.memory =
                new Memory(history::store, history::retention, surroundings.clock(), surroundings.user(), warnings);
        this.machines = new Machines(surroundings, connections, hosts, passwords, servers, redis, this::requireHistory);
        this.audit = new MarkedAudit(new JsonLinesAudit(folder.audit()), memory::happened);
        this.recorder = new Recorder(
                new RecordedServers(servers, redis, target -> machines.probe(target, HostScope.HISTORY)),
                poller,
                surroundings.clock(),
                memory::sampled);
        this.desk = new ActionDesk(audit, surroundings.clock(), surroundings.user());
    }

    /**
     * Puts it together.
     *
     * @param prompt who is asked for a password that is written nowhere
     * @param warnings hears why a password file is not used and the like, in sentences; from any thread
     */
    public static Workbench of(Surroundings surroundings, PasswordPrompt prompt, Consumer<String> warnings) {
        return new Workbench(surroundings, prompt, warnings);
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    /** Where connections, vault and audit log are. */
    public WorkspaceFolder folder() {
        return folder;
    }

    /** The saved connections, to be read, added to, changed. */
    public ConnectionsFile connections() {
        return connections;
    }

    /** Reads the addresses of every engine. */
    public EndpointParser addresses() {
        return new EveryAddress(new LibpqEndpoints(surroundings));
    }

    /** What was typed in this process. */
    public AskedPasswords asked() {
        return passwords.asked();
    }

    public VaultPasswords vault() {
        return passwords.vault();
    }

    public KeychainPasswords keychain() {
        return passwords.keychain();
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
     * What is kept over time, one store for the process. It is opened when it is first asked for, which may take a
     * moment: not on the FX thread. Where that fails one in memory takes its place, see {@link #historyFault}.
     */
    public HistoryStore history() {
        return history.store();
    }

    /**
     * The same for who wants that store or nothing.
     *
     * @throws FaultException why it can't be opened
     */
    public HistoryStore requireHistory() throws FaultException {
        return history.require();
    }

    /** Other histories, and how long the settings want things to be kept. */
    public HistoryPlaces historyPlaces() {
        return historyPlaces;
    }

    /** Why what is recorded now will be forgotten; empty while all is well, and before the history was asked for. */
    public Optional<Fault> historyFault() {
        return history.fault();
    }

    /** Who records what is worth keeping. */
    public Recorder recorder() {
        return recorder;
    }

    /** Waits until what was recorded can be read from the history, though not for long: not on the FX thread. */
    public void settleHistory() {
        memory.settle();
    }

    /** Why what is recorded can't be written now; empty if it can. */
    public Optional<Fault> historyTrouble() {
        return memory.trouble();
    }

    /** Who else records this server into the same history; empty if this process does. Asks the history now and then. */
    public Optional<Lease> otherRecorder(Target target) {
        return memory.scribe().otherRecorder(target.name());
    }

    /**
     * The saved targets, in the order of the file.
     *
     * @throws FaultException BAD_INPUT with line and column if the file is broken
     */
    public List<Target> targets() throws FaultException {
        return connections.read().targets();
    }

    /**
     * What somebody means by a saved name, a URI, a keyword string or {@code service=NAME}.
     *
     * @throws FaultException BAD_INPUT if it is none of these; it names what is saved
     */
    public Target resolve(String on) throws FaultException {
        return new Resolver(surroundings, passwords.asked()).resolve(on, this::targets);
    }

    /**
     * The saved connection of that name.
     *
     * @throws FaultException BAD_INPUT if there is none; it names the others
     */
    public SavedConnection saved(String name) throws FaultException {
        Connections all = connections.read();
        return all.find(name)
                .orElseThrow(() -> Resolver.unknown(
                        name, all.targets().stream().map(Target::name).toList()));
    }

    /**
     * Saves a connection.
     *
     * @throws FaultException BAD_INPUT if its address makes no sense or holds a password; CONFLICT if the name is taken
     */
    public void add(NewConnection wanted) throws FaultException {
        Connections seen = connections.read();
        EndpointParser.Address address = addresses().parse(wanted.url());
        if (address.password().isPresent()) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "the address of " + wanted.name() + " holds a password, which does not belong into a file",
                    "Take it out of the URL, and say where the password is to be found: a variable, ~/.pgpass, the"
                            + " keychain or the vault");
        }
        Target target = new Target(
                wanted.name(),
                address.endpoint(),
                wanted.environment(),
                wanted.password(),
                wanted.readOnly(),
                wanted.tags(),
                PoolSize.DEFAULT);
        connections.add(seen, new SavedConnection(target, wanted.url()));
    }

    /** Takes a saved connection out of the file, and closes its server. */
    public void remove(String name) throws FaultException {
        SavedConnection gone = saved(name);
        connections.remove(connections.read(), name);
        forget(gone.target());
    }

    /**
     * Asks the person after a server refused: for a password that was found nowhere, or instead of one that was typed.
     *
     * @return whether there is another one to try now
     */
    public boolean askForPassword(Target target, Fault refusal) throws FaultException {
        return refusal.kind() == FaultKind.DENIED && passwords.askAgain(target, refusal.message());
    }

    /** The machines on which servers run and backups lie, and what is asked of them. */
    public Machines machines() {
        return machines;
    }

    /** From now on a probe's question that takes longer is given up, on every server. */
    public void probeTimeout(Duration timeout) {
        servers.probeTimeout(timeout);
        redis.probeTimeout(timeout);
    }

    /** The server behind a target: the same one as long as the target is the same. It connects when it is first asked. */
    public PostgresServer open(Target target) {
        return servers.open(target);
    }

    /** The Redis or sentinel behind a target: the same one as long as the target is the same. */
    public RedisServer redis(Target target) {
        return redis.open(target);
    }

    /** The Redis at an address that a target named: its replica. The target's password is shown there only if it was lent. */
    public RedisServer redisBeside(Target finder, HostPort address) {
        return redis.beside(finder, address);
    }

    /** The saved targets as far as the file can be read now. */
    private List<Target> readable() {
        try {
            return targets();
        } catch (FaultException e) {
            return List.of();
        }
    }

    /**
     * The cluster that a target belongs to or stands before: the same one as long as the target is the same.
     *
     * @param company other targets that may belong to it
     */
    public Cluster cluster(Target target, List<Target> company) {
        return clusters.of(target, company);
    }

    /** Closes the server of a target that was changed or removed. */
    public void forget(Target target) {
        recorder.forget(target);
        clusters.forget(target);
        redis.forget(target);
        servers.forget(target);
    }

    /** Ends all polling and closes all connections. */
    @Override
    public void close() {
        recorder.close();
        poller.close();
        memory.close();
        clusters.close();
        redis.close();
        servers.close();
        hosts.close();
        history.close();
    }
}
