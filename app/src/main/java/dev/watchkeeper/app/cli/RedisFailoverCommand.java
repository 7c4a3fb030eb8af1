package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Cluster;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code watchkeeper redis-failover}. */
@Command(
        name = "redis-failover",
        header = "Makes a replica the primary, after saying what speaks for and against it.",
        description = {
            "",
            "Through the sentinels where there are any, else by the servers themselves. Follows the change until the new"
                    + " primary takes writes and the old one follows it.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  watchkeeper redis-failover --on sentinel://cache-1:26379/sessions --dry-run",
            "  watchkeeper redis-failover --on redis://cache-1 --yes"
        })
final class RedisFailoverCommand implements Callable<Integer> {
    private final Setting setting;

    @Option(
            names = "--on",
            required = true,
            paramLabel = "TARGET",
            description = "any Redis of the group, or one of its sentinels")
    private String on;

    @Option(
            names = "--to",
            paramLabel = "NODE",
            defaultValue = "",
            description = "the new primary (default: the best replica)")
    private String to;

    @Mixin
    private Turning turning;

    RedisFailoverCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException {
        try (Workbench bench = setting.workbench()) {
            Target target = bench.resolve(on);
            Engine engine = target.endpoint().engine();
            if (engine != Engine.REDIS && engine != Engine.SENTINEL) {
                throw new FaultException(
                        FaultKind.BAD_INPUT,
                        target.name() + " is " + engine.title() + ", not Redis",
                        "For PostgreSQL there is watchkeeper switchover");
            }
            Cluster cluster = bench.cluster(target, List.of());
            return Entrance.through(bench, target, () -> turning.turn(cluster, to, bench.desk(), setting.console()));
        }
    }
}
