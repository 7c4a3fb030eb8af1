package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Cluster;
import dev.watchkeeper.kernel.topology.Node;
import dev.watchkeeper.kernel.topology.Offer;
import dev.watchkeeper.kernel.topology.Subject;
import dev.watchkeeper.kernel.topology.Topology;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code watchkeeper act}. */
@Command(
        name = "act",
        header = "Does to a server of a cluster, or to one of its slots, what the replication pane offers.",
        description = {
            "",
            "Without the name of an act it lists what can be done, what has to be said for it, and why something can't be"
                    + " done now.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  watchkeeper act --on billing --node pg-bill-2",
            "  watchkeeper act pause-replay --on billing --node pg-bill-2 --dry-run",
            "  watchkeeper act drop-slot --on billing --node pg-bill-1 --slot dr_frankfurt_old",
            "  watchkeeper act set-maxmemory --on redis://cache-1 --node cache-1:6379 --with maxmemory=2gb --yes"
        })
final class ActCommand implements Callable<Integer> {
    private final Setting setting;

    @Parameters(paramLabel = "ACT", arity = "0..1", defaultValue = "", description = "what to do")
    private String act;

    @Option(names = "--on", required = true, paramLabel = "TARGET", description = "any server of the cluster")
    private String on;

    @Option(
            names = "--node",
            required = true,
            paramLabel = "NODE",
            description = "to which server: its id, address or name in 'show replication'")
    private String node;

    @Option(names = "--slot", paramLabel = "SLOT", defaultValue = "", description = "to which of its slots")
    private String slot;

    @Option(names = "--with", paramLabel = "KEY=VALUE", description = "what has to be said for it")
    private Map<String, String> answers = new HashMap<>();

    @Mixin
    private Confirmation confirmation;

    ActCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException {
        try (Workbench bench = setting.workbench()) {
            Target target = bench.resolve(on);
            Cluster cluster = bench.cluster(target, List.of());
            Topology seen =
                    Entrance.through(bench, target, () -> cluster.probe().read().value());
            List<Offer> offers = cluster.offers(seen, new Subject(found(seen).id(), slot));
            if (act.isEmpty()) {
                list(offers);
                return Exit.DONE;
            }
            return confirmation.carryOut(action(offers), bench.desk(), setting.console());
        }
    }

    private Node found(Topology seen) throws FaultException {
        return NamedNode.in(seen, node)
                .orElseThrow(() -> new FaultException(
                        FaultKind.BAD_INPUT,
                        "the cluster has no server " + node,
                        "There are " + seen.nodes().stream().map(Node::name).collect(Collectors.joining(", "))));
    }

    private void list(List<Offer> offers) {
        for (Offer offer : offers) {
            String questions = offer.questions().stream()
                    .map(question -> " --with " + question.key() + "="
                            + (question.choices().isEmpty() ? question.usual() : String.join("|", question.choices())))
                    .collect(Collectors.joining());
            String whyNot =
                    offer.whyNot().map(reason -> "  (not now: " + reason + ")").orElse("");
            setting.console().out().println(Visible.of(offer.name() + questions + whyNot));
        }
        if (offers.isEmpty()) {
            setting.console().out().println("Nothing can be done to it from here.");
        }
    }

    private Action action(List<Offer> offers) throws FaultException {
        Offer offer = offers.stream()
                .filter(one -> one.name().equals(act))
                .findFirst()
                .orElseThrow(() -> new FaultException(
                        FaultKind.BAD_INPUT,
                        act + " is not among what can be done to " + node,
                        "There are " + offers.stream().map(Offer::name).collect(Collectors.joining(", "))));
        if (offer.whyNot().isPresent()) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    act + " can't be done now",
                    offer.whyNot().get());
        }
        Map<String, String> complete = new HashMap<>();
        for (Offer.Question question : offer.questions()) {
            complete.put(question.key(), answers.getOrDefault(question.key(), question.usual()));
        }
        for (String key : answers.keySet()) {
            if (!complete.containsKey(key)) {
                throw new FaultException(
                        FaultKind.BAD_INPUT,
                        act + " knows no " + key,
                        complete.isEmpty()
                                ? "It needs nothing"
                                : "It asks for " + String.join(", ", complete.keySet()));
            }
        }
        return offer.maker().make(complete);
    }
}
