package dev.watchkeeper.app.cli;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import java.util.List;

/** The panes whose content can be taken away, by the names that the command line uses. */
final class PaneOutputs {
    private static final List<PaneOutput<?>> ALL = List.of(
            new SessionsOutput(),
            new ClientsOutput(),
            new LocksOutput(),
            new ReplicationOutput(),
            new StatementsOutput(Stretch.USUAL),
            new LogOutput(Stretch.USUAL),
            new RedisLogOutput(Stretch.USUAL),
            new CommandsOutput(Stretch.USUAL),
            new SlowLogOutput(),
            new BigKeysOutput(20),
            new MemoryOutput(),
            new BackupsOutput(),
            new HostOutput());

    private PaneOutputs() {}

    /** Every name once. */
    public static List<String> names() {
        return ALL.stream().map(PaneOutput::name).distinct().toList();
    }

    /** The names of those that there are for this kind of server. */
    public static List<String> names(Target target) {
        return ALL.stream()
                .filter(output -> output.suits(target))
                .map(PaneOutput::name)
                .toList();
    }

    /**
     * The pane of that name for this kind of server.
     *
     * @throws FaultException BAD_INPUT if there is none
     */
    public static PaneOutput<?> of(String name, Target target) throws FaultException {
        if (name.equals(HostOutput.NAME) && target.placement().host().isEmpty()) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "nobody said on which host " + target.name() + " runs",
                    "Write host: into its connection, in connections.yaml");
        }
        return ALL.stream()
                .filter(output -> output.name().equals(name) && output.suits(target))
                .findFirst()
                .orElseThrow(() -> new FaultException(
                        FaultKind.BAD_INPUT,
                        "there is no pane " + name + " for "
                                + target.endpoint().engine().title() + ", which " + target.name() + " is",
                        "There are " + String.join(", ", names(target))));
    }
}
