package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Cluster;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code watchkeeper switchover}. */
@Command(
        name = "switchover",
        header = "Makes another server the primary, after saying what speaks for and against it.",
        description = {
            "",
            "Through Patroni where it manages the cluster; else by pg_promote, after the old primary was kept from writing"
                    + " and its last change has arrived. Follows the change to its end, and says how long writes were"
                    + " away. A candidate that is refused ends it with exit code 1, and nothing is done.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  watchkeeper switchover --on billing --to pg-bill-2 --dry-run",
            "  watchkeeper switchover --on patroni+http://pg-bill-1:8008 --to pg-bill-2 --yes",
            "  watchkeeper switchover --on billing --to 10.0.0.12:5432 --dry-run --format json"
        })
final class SwitchoverCommand implements Callable<Integer> {
    private final Setting setting;

    @Option(
            names = "--on",
            required = true,
            paramLabel = "TARGET",
            description = "any server of the cluster, or its Patroni; may be given several times")
    private List<String> on;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "NODE",
            description = "the new primary: its address, its id in 'show replication', or Patroni's name for it")
    private String to;

    @Mixin
    private Turning turning;

    SwitchoverCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException {
        try (Workbench bench = setting.workbench()) {
            List<Target> targets = new ArrayList<>();
            for (String one : new LinkedHashSet<>(on)) {
                targets.add(bench.resolve(one));
            }
            Target target = targets.removeFirst();
            Cluster cluster = bench.cluster(target, targets);
            return Entrance.through(bench, target, () -> turning.turn(cluster, to, bench.desk(), setting.console()));
        }
    }
}
