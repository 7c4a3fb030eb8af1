package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.report.Document;
import java.util.List;
import java.util.Optional;

/** How what one pane shows leaves the console, whichever face asks for it. */
interface PaneOutput<S> {
    /** As the command line calls it: {@code sessions}. */
    String name();

    /** Whether there is such a pane for this kind of server; of one name there may be several, for different kinds. */
    boolean suits(Target target);

    /**
     * The same over a stretch of time, for panes that count over time.
     *
     * @throws FaultException BAD_INPUT if this one shows only the moment, and something else was asked for
     */
    default PaneOutput<S> over(Stretch stretch) throws FaultException {
        if (!stretch.isUsual()) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "--since, --compare, --for and --top are not for " + name() + ", which shows the moment",
                    "Leave them out, or ask for statements or log");
        }
        return this;
    }

    /**
     * The question that it asks.
     *
     * @param company other targets that were named along with this one
     */
    Probe<S> probe(Workbench bench, Target target, List<Target> company);

    /** What is the matter, in one sentence. */
    String sentence(Snapshot<S> snapshot);

    /** What could not be seen, and what to run; empty if all is there. The sentence says it too. */
    default Optional<String> unseen(Snapshot<S> snapshot) {
        return Optional.empty();
    }

    /** Whether it tells of the server at all; if not, the exit code is that of one that can't be asked. */
    default boolean tells(Snapshot<S> snapshot) {
        return true;
    }

    /** As data: one list or several. */
    List<Records> records(Snapshot<S> snapshot);

    /** As tables to be read on a terminal. */
    List<Sheet> sheets(Snapshot<S> snapshot);

    /** As a document for the ticket. */
    Document document(Snapshot<S> snapshot, Origin origin);
}
