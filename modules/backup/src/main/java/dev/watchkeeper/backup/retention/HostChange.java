package dev.watchkeeper.backup.retention;

import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.hosts.HostFinder;
import dev.watchkeeper.hosts.Ran;
import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Target;
import java.time.Duration;
import java.util.function.Consumer;

/** Something that takes backups away on a host, by a script that looks once more before. */
abstract class HostChange implements Action {
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Target target;
    private final HostFinder hosts;
    private final String host;

    HostChange(Target target, HostFinder hosts, String host) {
        this.target = target;
        this.hosts = hosts;
        this.host = host;
    }

    /** What runs. */
    abstract String script();

    final String host() {
        return host;
    }

    @Override
    public final Target target() {
        return target;
    }

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public Danger danger() {
        return Danger.DANGEROUS;
    }

    @Override
    public Outcome run() throws FaultException {
        return run(step -> {});
    }

    @Override
    public Outcome run(Consumer<String> tell) throws FaultException {
        long begun = System.nanoTime();
        Host where = hosts.host(host);
        Ran ran = where.run(new Script(script(), PATIENCE));
        ran.text().lines().forEach(tell);
        long gone = ran.text().lines().filter(line -> line.startsWith("gone")).count();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        return ran.isFine()
                ? new Outcome(true, done(ran, gone), took)
                : new Outcome(
                        false,
                        "not all of it: " + (ran.error().isBlank() ? ran.text().strip() : ran.error()),
                        took);
    }

    /** What became of it. */
    String done(Ran ran, long gone) {
        return gone + (gone == 1 ? " is gone" : " are gone");
    }
}
