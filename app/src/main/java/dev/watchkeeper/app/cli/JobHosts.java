package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.JobBoard;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.hosts.jobs.Job;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where jobs are looked for. */
final class JobHosts {
    @Option(
            names = "--host",
            paramLabel = "H",
            description = "look here only; several times (default: this machine and all hosts of connections.yaml)")
    private List<String> hosts = new ArrayList<>();

    JobBoard board(Workbench bench) throws FaultException {
        return hosts.isEmpty() ? bench.machines().jobs() : bench.machines().jobs(hosts);
    }

    /**
     * The job of that id, or of which the id begins so.
     *
     * @throws FaultException CONFLICT if there is none, BAD_INPUT if there are several; UNREACHABLE if it may be on a host
     *     that can't be asked
     */
    Job find(JobBoard board, String id) throws FaultException {
        JobBoard.Seen seen = board.look();
        List<Job> found =
                seen.jobs().stream().filter(job -> job.id().startsWith(id)).toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.size() > 1) {
            throw new FaultException(FaultKind.BAD_INPUT, "several jobs begin with " + id, "Give the whole id");
        }
        if (!seen.troubles().isEmpty()) {
            throw new FaultException(seen.troubles().getFirst());
        }
        throw new FaultException(FaultKind.CONFLICT, "there is no job " + id, "See watchkeeper jobs list");
    }
}
