package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.reports.JsonRecords;
import dev.watchkeeper.app.reports.PreflightRecords;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.ActionDesk;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.topology.Cluster;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.Preflight;
import dev.watchkeeper.kernel.topology.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the preflight of a change of the primary, has it confirmed and done, and tells it as it happens. */
final class Turning {
    @Mixin
    private Confirmation confirmation;

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "table or json: the preflight, then what became of it, an object a line (default: table)")
    private ListFormat format;

    /**
     * The exit code.
     *
     * @param to id, address or name of a node; empty for the best candidate
     */
    int turn(Cluster cluster, String to, ActionDesk desk, Console console) throws FaultException {
        Topology topology = cluster.probe().read().value();
        List<Preflight> all = cluster.preflights();
        Preflight preflight = chosen(all, topology, to);
        boolean json = format == ListFormat.JSON;
        if (json) {
            line(console, PreflightRecords.of(preflight));
        } else {
            PreflightText.of(preflight).forEach(text -> console.out().println(Visible.of(text)));
            console.out().flush();
        }
        if (preflight.verdict() == Preflight.Verdict.REFUSED) {
            console.complain(Visible.of(
                    preflight.name() + " is refused: " + preflight.refusal().orElse("it can't become the primary")));
            return Exit.FAILED;
        }
        if (confirmation.isDryRun()) {
            if (!json) {
                console.out().println("Dry run: nothing was done.");
            }
            return Exit.DONE;
        }
        Action action = cluster.switchover(preflight.candidate());
        if (!confirmation.isGiven(action, console)) {
            console.complain("Nothing was done.");
            return Exit.FAILED;
        }
        Outcome outcome = desk.run(action, step -> told(console, step, json));
        if (json) {
            line(console, PreflightRecords.of(preflight, outcome));
        } else {
            console.out().println(Visible.of(action.name() + ": " + outcome.message()));
        }
        return outcome.done() ? Exit.DONE : Exit.FAILED;
    }

    private static void told(Console console, String step, boolean json) {
        if (json) {
            console.complain(Visible.of(step));
        } else {
            console.out().println("  " + Visible.of(step));
            console.out().flush();
        }
    }

    private static Preflight chosen(List<Preflight> all, Topology topology, String to) throws FaultException {
        if (all.isEmpty()) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "there is nobody who could become the primary",
                    "See watchkeeper show replication: no standby or replica was found, or none could be entered");
        }
        if (to.isEmpty()) {
            return all.getFirst();
        }
        String id = NamedNode.in(topology, to).map(Node::id).orElse(to);
        return all.stream()
                .filter(one -> one.candidate().equals(id))
                .findFirst()
                .orElseThrow(() -> new FaultException(
                        FaultKind.BAD_INPUT,
                        "the cluster has no server " + to,
                        "There are "
                                + all.stream()
                                        .map(one -> one.name().equals(one.candidate())
                                                ? one.candidate()
                                                : one.name() + " (" + one.candidate() + ")")
                                        .collect(Collectors.joining(", "))));
    }

    private static void line(Console console, Records.Row row) {
        try {
            JsonRecords.write(console.out(), row);
            console.out().println();
            console.out().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
